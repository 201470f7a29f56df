package com.iterate.webkit;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Takes out of every line what the framework would tell of a person: the query of an address, in which a survey's link carries
 * the Braze id, and messages of exceptions that quote values. Our own lines hold neither; this is for those that we do not write.
 */
@LoggingFilter(name = "nothing-personal")
public final class NothingPersonal implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        Object[] given = record.getParameters();
        if (given != null) {
            record.setParameters(
                    Arrays.stream(given).map(NothingPersonal::withoutQuery).toArray());
        }
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            record.setThrown(WithoutValues.of(thrown));
        }
        return true;
    }

    private static Object withoutQuery(Object parameter) {
        if (parameter instanceof String text && (text.startsWith("/") || text.startsWith("http"))) {
            int query = text.indexOf('?');
            return query < 0 ? text : text.substring(0, query);
        }
        return parameter;
    }
}
