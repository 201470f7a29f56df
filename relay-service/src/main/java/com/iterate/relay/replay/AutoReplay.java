package com.iterate.relay.replay;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Who;
import com.iterate.relay.braze.KeyCheck;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Credentials;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.database.TransactionThread;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.FailureKind;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Letters that died of a connection which works again are replayed without anybody asking: at the usual rate, canary first, some
 * thousand at a time, each once. That it works is Braze's to say, just before: a connection that was saved, and a lane that is
 * idle, say nothing about the key.
 */
@ApplicationScoped
class AutoReplay {

    private static final Logger LOG = Logger.getLogger(AutoReplay.class);

    /** Settings that change twice in a moment are looked at once. */
    private static final Duration SETTLES = Duration.ofSeconds(1);

    private final Loop loop;
    private final Lanes lanes;
    private final Credentials credentials;
    private final Repaired repaired;
    private final Starting starting;
    private final ReplayConfig config;
    private final Feeder feeder;
    private final KeyCheck keys;
    private final TransactionThread transactions;

    AutoReplay(
            Loop loop,
            Lanes lanes,
            Credentials credentials,
            Repaired repaired,
            Starting starting,
            ReplayConfig config,
            Feeder feeder,
            KeyCheck keys,
            DataSource database) {
        this.loop = loop;
        this.lanes = lanes;
        this.credentials = credentials;
        this.repaired = repaired;
        this.starting = starting;
        this.config = config;
        this.feeder = feeder;
        this.keys = keys;
        this.transactions = new TransactionThread(database, "auto-replay", MOST_WAITING);
    }

    /** Companies whose settings changed at once; the others are looked at within a minute. */
    private static final int MOST_WAITING = 100;

    void begin(@Observes StartupEvent started) {
        if (config.auto()) {
            credentials.onChange((company, lookup) -> {
                if (lookup instanceof Lookup.Connected connected) {
                    loop.after(SETTLES, () -> look(connected.connection(), Repaired.Cause.CHANGED));
                }
            });
            again();
        }
    }

    /** Also keeps their connections known: of a company that nobody asks about no change is announced. */
    private void again() {
        long half = config.autoEvery().toMillis() / 2;
        loop.after(Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1)), () -> {
            transactions
                    .run(repaired::companies)
                    .whenComplete((companies, failure) -> loop.execute(() -> {
                        if (failure == null) {
                            companies.forEach(this::look);
                        } else {
                            LOG.warnf(
                                    "It was not looked whose letters can be replayed, and will be later: %s",
                                    FailureKind.of(failure));
                        }
                        again();
                    }));
        });
    }

    private void look(String company) {
        credentials
                .of(company)
                .thenAccept(lookup -> loop.execute(() -> {
                    if (lookup instanceof Lookup.Connected connected && isWell(company)) {
                        look(connected.connection(), Repaired.Cause.LOOKED);
                    }
                }));
    }

    private boolean isWell(String company) {
        LaneState lane = lanes.states(Optional.of(company)).get(0);
        return lane.behind().isEmpty()
                && (lane.state() == LaneState.Health.IDLE || lane.state() == LaneState.Health.DELIVERING);
    }

    /** Braze is asked for companies only that have such letters; once in a while, as long as it says no. */
    private void look(Connection connection, Repaired.Cause cause) {
        String company = connection.companyId();
        transactions
                .run(database -> repaired.letters(database, company, cause))
                .whenComplete((letters, failure) -> loop.execute(() -> {
                    if (failure != null) {
                        notReplayed(company, failure);
                    } else if (!letters.isEmpty()) {
                        startIfAccepted(connection, cause);
                    }
                }));
    }

    private void startIfAccepted(Connection connection, Repaired.Cause cause) {
        keys.isAccepted(connection)
                .thenAccept(accepted -> loop.execute(() -> {
                    if (accepted) {
                        start(connection.companyId(), cause);
                    } else {
                        LOG.infof(
                                "Letters wait, since Braze does not take the company's key: company=%s",
                                connection.companyId());
                    }
                }));
    }

    private void start(String company, Repaired.Cause cause) {
        transactions.run(database -> start(database, company, cause)).whenComplete((job, failure) -> {
            if (failure != null) {
                notReplayed(company, failure);
            } else if (job.isPresent()) {
                LOG.infof("Letters are replayed by themselves: company=%s replay=%d", company, job.get());
                loop.execute(feeder::wake);
            }
        });
    }

    private static void notReplayed(String company, Throwable failure) {
        LOG.warnf("Letters were not replayed by themselves: company=%s (%s)", company, FailureKind.of(failure));
    }

    private Optional<Long> start(java.sql.Connection database, String company, Repaired.Cause cause)
            throws SQLException {
        Order.ByIds letters = new Order.ByIds(repaired.letters(database, company, cause), Optional.of(company));
        if (letters.ids().isEmpty()) {
            return Optional.empty();
        }
        Order order = new Order(letters, config.ratePerSecond(), new Canary(config.canary()), Map.of());
        return starting.start(database, Who.SYSTEM, Action.AUTO_REPLAY, company, order)
                .map(Job::id);
    }

    @PreDestroy
    void close() {
        transactions.close();
    }
}
