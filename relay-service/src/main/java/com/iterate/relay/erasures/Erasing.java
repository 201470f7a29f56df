package com.iterate.relay.erasures;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.audit.Who;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** First the list, for everybody to see; then all that is there. Once more finds nothing more. */
@Singleton
class Erasing {

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final DataSource database;
    private final ErasureList erasures;
    private final List<PersonalData> places;
    private final Audit audit;

    Erasing(DataSource database, ErasureList erasures, @All List<PersonalData> places, Audit audit) {
        this.database = database;
        this.erasures = erasures;
        this.places = places;
        this.audit = audit;
    }

    Receipt erase(String company, Respondent person, Who by) throws SQLException {
        Instant now = Instant.now();
        Instant lastCopy = inOneTransaction(connection -> erasures.add(connection, company, person));
        erasures.refresh();
        return inOneTransaction(connection -> {
            List<Receipt.Store> stores = new ArrayList<>();
            for (PersonalData place : places) {
                stores.add(place.erase(connection, company, person, by));
            }
            Map<String, Object> details = new LinkedHashMap<>();
            stores.forEach(store -> details.put(store.name(), store.erased()));
            audit.record(connection, new Entry(by, Action.ERASE, Optional.of(company), details));
            return Receipt.of(company, now, lastCopy, stores);
        });
    }

    private <T> T inOneTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.in(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
