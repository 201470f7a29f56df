package com.iterate.relay.erasures;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First the list, for everybody to see; then all that is there. Once more finds nothing more. */
@Singleton
class Erasing {

    private final Transactions transactions;
    private final ErasureList erasures;
    private final List<PersonalData> places;
    private final Audit audit;

    Erasing(Transactions transactions, ErasureList erasures, @All List<PersonalData> places, Audit audit) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.places = places;
        this.audit = audit;
    }

    Receipt erase(String company, Respondent person, Who by) throws SQLException {
        Instant now = Instant.now();
        Instant lastCopy = transactions.run(connection -> erasures.add(connection, company, person));
        erasures.refresh();
        return transactions.run(connection -> {
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
}
