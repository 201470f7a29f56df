package com.iterate.webkit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that does not answer from a fault of ours: it is away, shutting down, out of connections, or does not take the
 * password while that is being changed. The states stand in PostgreSQL's manual, appendix A.
 */
final class DatabaseAway {

    /** No connection, refused authorization, too little of something. */
    private static final Set<String> CLASSES = Set.of("08", "28", "53");

    /** The server is told to stop, crashes, or is not up yet. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

    /** As long as a restart of the database takes. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private DatabaseAway() {}

    /** What a failure came of, if it came of that. */
    static Optional<SQLException> causeOf(Throwable failure) {
        // A chain of causes may be a circle; ten is more than any framework adds.
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> isAway(cause.getSQLState()))
                .findFirst();
    }

    static Problem problem() {
        return new Problem(
                        503,
                        "database-away",
                        "The database does not answer",
                        "Nothing that was accepted is lost. Try again in a moment; if it stays, tell the operator.")
                .retryAfter(LATER);
    }

    /** Without a state it is not the server that complains but the pool: it has waited too long for a connection. */
    private static boolean isAway(@Nullable String state) {
        return state == null || STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith);
    }
}
