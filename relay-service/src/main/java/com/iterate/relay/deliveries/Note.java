package com.iterate.relay.deliveries;

import com.iterate.contracts.Decoded;
import com.iterate.contracts.Limits;
import com.iterate.contracts.Respondent;
import com.iterate.relay.deadletters.OriginalRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer, in one of the forms in which Braze gets it, and what became of it; or a whole record.
 *
 * @param company    empty for a record that names none; everybody may know of such a one
 * @param questionId empty for a whole record
 * @param as         {@code attribute}, {@code event} or {@link #RECORD}
 */
public record Note(
        int partition,
        long offset,
        String company,
        Respondent person,
        String questionId,
        String as,
        Ending ending,
        Instant at) {

    /** All of a record's answers at once, whatever they are. */
    static final String RECORD = "record";

    /** Of one answer in one form only the last word counts. */
    record Key(int partition, long offset, String questionId, String as) {}

    /** Whose it is its content says, or its key. What is said of it names nobody. */
    static Note ofRecord(OriginalRecord record, Decoded decoded, Ending ending, Instant at) {
        String company = decoded instanceof Decoded.Event event ? event.value().companyId() : companyOf(record.key());
        return new Note(
                record.partition(), record.offset(), company, new Respondent.Anonymous(), "", RECORD, ending, at);
    }

    private static String companyOf(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        String company = text.substring(0, Math.max(0, text.indexOf('|')));
        return Limits.isCompanyId(company) ? company : "";
    }

    Key key() {
        return new Key(partition, offset, questionId, as);
    }
}
