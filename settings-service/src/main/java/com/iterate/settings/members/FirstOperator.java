package com.iterate.settings.members;

import com.iterate.webkit.Member;
import com.iterate.webkit.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets the first person in: who starts the service names the first operator, once. */
@Singleton
class FirstOperator {

    private static final Logger LOG = Logger.getLogger(FirstOperator.class);

    /** Any number that nobody else of this database locks: replicas that start together take turns. */
    private static final long TURN = 7_102_301L;

    private final MembersConfig config;
    private final Members members;
    private final Passwords passwords;
    private final EntityManager database;

    FirstOperator(MembersConfig config, Members members, Passwords passwords, EntityManager database) {
        this.config = config;
        this.members = members;
        this.passwords = passwords;
        this.database = database;
    }

    @Transactional
    void add(@Observes StartupEvent start) {
        database.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) AS turn")
                .setParameter(1, TURN)
                .getSingleResult();
        if (members.hasOperator()) {
            return;
        }
        if (config.firstOperatorEmail().isEmpty()) {
            LOG.warn("Nobody can add companies: there is no operator. Set BOOTSTRAP_OPERATOR_EMAIL and"
                    + " BOOTSTRAP_OPERATOR_PASSWORD_FILE and start again.");
            return;
        }
        Email email = Email.required(config.firstOperatorEmail().get());
        members.add(new Member(email.value(), Role.OPERATOR, Optional.empty()), passwords.hash(password()));
        LOG.info("First operator added; BOOTSTRAP_OPERATOR_* are not read again and can go.");
    }

    private String password() {
        Path file = config.firstOperatorPasswordFile()
                .orElseThrow(() ->
                        new IllegalStateException("BOOTSTRAP_OPERATOR_EMAIL needs BOOTSTRAP_OPERATOR_PASSWORD_FILE"));
        try {
            return Passwords.required(Files.readString(file).stripTrailing());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "BOOTSTRAP_OPERATOR_PASSWORD_FILE names " + file + ", which cannot be read", unreadable);
        }
    }
}
