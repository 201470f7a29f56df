package com.iterate.settings.sessions;

import com.iterate.settings.members.Account;
import com.iterate.settings.members.Email;
import com.iterate.settings.members.Members;
import com.iterate.settings.members.Passwords;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Checks an e-mail and a password. */
@Singleton
class SignIn {

    private final LockOut lockOut;
    private final Members members;
    private final Passwords passwords;
    private final SessionTokens tokens;
    private final MeterRegistry metrics;

    SignIn(LockOut lockOut, Members members, Passwords passwords, SessionTokens tokens, MeterRegistry metrics) {
        this.lockOut = lockOut;
        this.members = members;
        this.passwords = passwords;
        this.tokens = tokens;
        this.metrics = metrics;
    }

    /** How an attempt ended. An unknown e-mail ends exactly as a wrong password does. */
    sealed interface Outcome {

        record SignedIn(SessionToken token) implements Outcome {}

        record WrongEmailOrPassword() implements Outcome {}

        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    record Credentials(Email email, String password) {

        /** The password stays out of logs. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    Outcome attempt(Credentials credentials, String address) {
        Outcome outcome = decide(credentials, address);
        count(outcome);
        return outcome;
    }

    private void count(Outcome outcome) {
        String how = outcome instanceof Outcome.SignedIn
                ? "accepted"
                : outcome instanceof Outcome.TooManyAttempts ? "locked" : "refused";
        metrics.counter("settings.sign.ins", "outcome", how).increment();
    }

    private Outcome decide(Credentials credentials, String address) {
        Email email = credentials.email();
        Optional<Duration> wait = lockOut.begin(email.value(), address);
        if (wait.isPresent()) {
            return new Outcome.TooManyAttempts(wait.get());
        }
        Optional<Account> account = members.withEmail(email);
        if (!passwords.matches(credentials.password(), account)) {
            return new Outcome.WrongEmailOrPassword();
        }
        lockOut.succeeded(email.value(), address);
        return new Outcome.SignedIn(tokens.first(account.orElseThrow()));
    }
}
