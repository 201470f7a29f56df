package com.iterate.relay.deliveries;

import com.iterate.erasures.ErasedPeople;
import com.iterate.erasures.ErasureList;
import com.iterate.relay.deliveries.Ending.Covered;
import com.iterate.relay.deliveries.Ending.Failed;
import com.iterate.relay.deliveries.Ending.Superseded;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes as the columns of {@code delivery_note}. */
final class NoteColumns {

    /** Braze's words, not its pages; as much as the header of a dead letter holds. */
    private static final int MOST_CHARACTERS = 2000;

    private final ErasureList erasures;
    private final ErasedPeople erased;
    private final Column partition = new Column("integer");
    private final Column position = new Column("bigint");
    private final Column question = new Column("text");
    private final Column form = new Column("text");
    private final Column company = new Column("text");
    private final Column ending = new Column("text");
    private final Column by = new Column("bigint");
    private final Column reason = new Column("text");
    private final Column status = new Column("integer");
    private final Column words = new Column("text");
    private final Column person = new Column("text");
    private final Column at = new Column("timestamptz");

    private NoteColumns(ErasureList erasures, ErasedPeople erased) {
        this.erasures = erasures;
        this.erased = erased;
    }

    /** @param erased as of the transaction that writes the notes */
    static List<Column> of(List<Note> notes, ErasureList erasures, ErasedPeople erased) {
        NoteColumns columns = new NoteColumns(erasures, erased);
        lastWords(notes).forEach(columns::add);
        return List.of(
                columns.partition,
                columns.position,
                columns.question,
                columns.form,
                columns.company,
                columns.ending,
                columns.by,
                columns.reason,
                columns.status,
                columns.words,
                columns.person,
                columns.at);
    }

    /** A statement may write a row only once. */
    private static Collection<Note> lastWords(List<Note> notes) {
        Map<Note.Key, Note> last = new LinkedHashMap<>();
        notes.forEach(note -> last.put(note.key(), note));
        return last.values();
    }

    private void add(Note note) {
        partition.add(note.partition());
        position.add(note.offset());
        question.addText(note.questionId());
        form.add(note.as());
        company.add(note.company());
        at.addTime(note.at());
        Ending what = note.ending();
        by.add(newer(what));
        if (what instanceof Failed failed && !erased.contains(note.company(), note.person())) {
            failed(note, failed);
        } else {
            ending.add(what instanceof Failed ? "ERASED" : name(what));
            reason.add(null);
            status.add(null);
            words.add(null);
            person.add(null);
        }
    }

    private static @Nullable Long newer(Ending ending) {
        if (ending instanceof Covered covered) {
            return covered.by();
        }
        return ending instanceof Superseded superseded && superseded.by() >= 0 ? superseded.by() : null;
    }

    private void failed(Note note, Failed failed) {
        ending.add(name(failed));
        reason.add(failed.reason().name());
        status.add(failed.status());
        words.addText(failed.words().substring(0, Math.min(failed.words().length(), MOST_CHARACTERS)));
        person.add(erasures.hashes(note.company(), note.person()).stream()
                .findFirst()
                .map(hash -> HexFormat.of().formatHex(hash.bytes()))
                .orElse(null));
    }

    private static String name(Ending ending) {
        if (ending instanceof Covered) {
            return "COVERED";
        } else if (ending instanceof Superseded) {
            return "SUPERSEDED";
        } else if (ending instanceof Failed) {
            return "FAILED";
        } else {
            return ending instanceof Ending.Discarded ? "DISCARDED" : "ERASED";
        }
    }
}
