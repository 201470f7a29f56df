package com.iterate.relay.letters;

import com.iterate.relay.letters.LetterFilter.Person;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a list shows, for a spreadsheet. */
final class CsvLines implements Lines<Letter> {

    private static final List<String> COLUMNS = List.of(
            "id",
            "company",
            "state",
            "replays",
            "reason",
            "status",
            "problem",
            "response",
            "fingerprint",
            "survey",
            "response_id",
            "braze_id",
            "external_id",
            "attempts",
            "dead_since",
            "submitted_at",
            "first_failed_at",
            "last_failed_at",
            "partition",
            "offset",
            "changed_by",
            "note");

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public String ending() {
        return "csv";
    }

    /** At two texts of 2 kB each, four megabytes. */
    @Override
    public int atOnce() {
        return 1000;
    }

    @Override
    public RowReader<Letter> reader() {
        return new LetterReader();
    }

    @Override
    public Cursor cursor(Letter letter) {
        return letter.cursor();
    }

    @Override
    public void begin(Writer out) throws IOException {
        CsvLine line = new CsvLine(out);
        for (String column : COLUMNS) {
            line.text(column);
        }
        line.end();
    }

    @Override
    public void write(Letter revealed, Sight sight, Writer out) throws IOException {
        Letter letter = sight == Sight.REVEALED ? revealed : revealed.masked();
        new CsvLine(out)
                .text(letter.id().toString())
                .text(letter.company())
                .text(letter.state().name())
                .number(letter.replays())
                .text(letter.reason())
                .number(letter.status())
                .text(letter.problem())
                .text(letter.response())
                .text(letter.fingerprint())
                .optional(letter.survey())
                .optional(letter.responseId())
                .optional(letter.respondent().flatMap(Person::brazeId))
                .optional(letter.respondent().flatMap(Person::externalId))
                .number(letter.attempts())
                .text(letter.appendedAt().toString())
                .optional(letter.submittedAt())
                .text(letter.firstFailedAt().toString())
                .text(letter.lastFailedAt().toString())
                .optional(letter.original().map(Letter.Original::partition))
                .optional(letter.original().map(Letter.Original::offset))
                .optional(letter.change().map(Letter.LastChange::by))
                .optional(letter.change().map(Letter.LastChange::note))
                .end();
    }
}
