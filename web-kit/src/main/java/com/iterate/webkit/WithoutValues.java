package com.iterate.webkit;

import com.fasterxml.jackson.core.JacksonException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.stream.Stream;

/** An exception as it may stand in the log: types, places and SQL states are all there, messages are not. */
final class WithoutValues extends Throwable {

    private static final long serialVersionUID = 1L;

    /** Longer chains are circles. */
    private static final int LONGEST = 20;

    private final String shown;

    private WithoutValues(Throwable original, Optional<Throwable> cause) {
        super("", cause.orElse(null), false, true);
        this.shown = original.getClass().getName()
                + (original instanceof SQLException sql ? ": sqlState=" + sql.getSQLState() : "");
        setStackTrace(original.getStackTrace());
    }

    /** The same one, unless one of its causes is of a kind that quotes what it was given. */
    static Throwable of(Throwable fault) {
        return chain(fault).anyMatch(WithoutValues::quotes) ? copy(fault, LONGEST) : fault;
    }

    private static boolean quotes(Throwable fault) {
        return fault instanceof SQLException
                || fault instanceof JacksonException
                || fault instanceof DateTimeException
                || fault instanceof IllegalArgumentException;
    }

    private static Throwable copy(Throwable fault, int deep) {
        return new WithoutValues(
                fault,
                Optional.ofNullable(fault.getCause()).filter(cause -> deep > 1).map(cause -> copy(cause, deep - 1)));
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause).limit(LONGEST);
    }

    @Override
    public String toString() {
        return shown;
    }
}
