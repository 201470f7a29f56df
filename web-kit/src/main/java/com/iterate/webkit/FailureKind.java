package com.iterate.webkit;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;

/** What may be logged of a failed statement. Never the driver's message: it quotes values, which may be somebody's answer or id. */
public final class FailureKind {

    private FailureKind() {}

    /** @return {@code sqlState=…}, or the kind of exception */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException sql
                ? "sqlState=" + sql.getSQLState()
                : cause.getClass().getSimpleName();
    }
}
