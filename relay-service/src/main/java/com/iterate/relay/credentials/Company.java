package com.iterate.relay.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is known about one company. Guarded by its cache's lock. */
final class Company {

    private static final Lookup NOT_ASKED = new Lookup.Unavailable("settings-service has not answered yet");

    /** settings-service's last word, be it old: the last known good while it is unreachable. */
    private Optional<Lookup> word = Optional.empty();

    private Lookup unavailable = NOT_ASKED;
    private Optional<Lookup> told = Optional.empty();
    private Optional<CompletableFuture<Lookup>> running = Optional.empty();
    private Instant wordAt = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private Instant dueAt = Instant.MAX;
    private int failures;
    private long announcedVersion = -1;

    void asked(Instant now) {
        askedAt = now;
    }

    boolean idleSince(Instant then) {
        return running.isEmpty() && askedAt.isBefore(then);
    }

    Optional<CompletableFuture<Lookup>> running() {
        return running;
    }

    int failures() {
        return failures;
    }

    boolean due(Instant now) {
        return running.isEmpty() && !dueAt.isAfter(now);
    }

    boolean backsOff(Instant now) {
        return failures > 0 && dueAt.isAfter(now);
    }

    CompletableFuture<Lookup> ask() {
        CompletableFuture<Lookup> question = new CompletableFuture<>();
        running = Optional.of(question);
        return question;
    }

    /** A connection serves until it is replaced; that there is none may have changed with the next click. */
    Optional<Lookup> usable(Instant now, Duration negativeFor) {
        return word.filter(last -> last instanceof Lookup.Connected || now.isBefore(wordAt.plus(negativeFor)));
    }

    Lookup bestKnown() {
        return word.orElse(unavailable);
    }

    void answered(Lookup answer, Instant now, Duration next) {
        running = Optional.empty();
        failures = 0;
        word = Optional.of(answer);
        wordAt = now;
        dueAt = now.plus(next);
        // One further question is enough: an announcement may come from a database that was since put back.
        announcedVersion = -1;
    }

    void failed(Lookup.Unavailable why, Instant now, Duration next) {
        running = Optional.empty();
        failures++;
        unavailable = why;
        // "Unknown" condemns answers, so it must be fresh; a connection, or that there is none, outlives an outage.
        word = word.filter(last -> !(last instanceof Lookup.UnknownCompany));
        dueAt = now.plus(next);
    }

    /** @return whether it says more than is known */
    boolean announced(long version) {
        if (word.filter(last -> version(last) >= version).isPresent()) {
            return false;
        }
        announcedVersion = Math.max(announcedVersion, version);
        return true;
    }

    /** Whether a newer version than this answer's was announced while it was on its way. */
    boolean outrun(Lookup answer) {
        return version(answer) < announcedVersion;
    }

    /** The state to tell listeners: none at first, when whoever asked is told anyway. */
    Optional<Lookup> change(Lookup now) {
        boolean changed = told.isPresent() && !isSame(told.get(), now);
        told = Optional.of(now);
        return changed ? Optional.of(now) : Optional.empty();
    }

    private static boolean isSame(Lookup one, Lookup other) {
        return one.equals(other) || one instanceof Lookup.Unavailable && other instanceof Lookup.Unavailable;
    }

    private static long version(Lookup lookup) {
        if (lookup instanceof Lookup.Connected connected) {
            return connected.connection().version();
        }
        return lookup instanceof Lookup.NotConnected notConnected ? notConnected.version() : -1;
    }
}
