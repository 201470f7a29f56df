package com.iterate.webkit;

import java.sql.SQLException;

/** What a line of the log may say of a failed statement. Never the driver's message: it quotes values, which may be somebody's. */
public final class FailureKind {

    private FailureKind() {}

    /** @return {@code sqlState=…}, or the kind of exception */
    public static String of(Throwable failure) {
        return failure instanceof SQLException sql
                ? "sqlState=" + sql.getSQLState()
                : failure.getClass().getSimpleName();
    }
}
