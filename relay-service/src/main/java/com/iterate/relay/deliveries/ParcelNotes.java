package com.iterate.relay.deliveries;

import com.iterate.contracts.Answer;
import com.iterate.relay.deadletters.Undelivered;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.Part.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say of a record that was not simply delivered. */
final class ParcelNotes {

    private ParcelNotes() {}

    static List<Note> of(Parcel parcel, Instant now) {
        List<Note> notes = new ArrayList<>(1);
        List<Answer> answers = parcel.event().answers();
        for (int i = 0; i < answers.size(); i++) {
            for (Form form : Form.values()) {
                String question = answers.get(i).questionId();
                ending(parcel, i, form).ifPresent(ending -> notes.add(note(parcel, question, form, ending, now)));
            }
        }
        return notes;
    }

    private static Optional<Ending> ending(Parcel parcel, int answer, Form form) {
        return switch (parcel.fate(answer, form)) {
            case NOT_WANTED, OPEN, DELIVERED -> Optional.empty();
            case COVERED -> Optional.of(covered(parcel));
            case DISCARDED -> Optional.of(new Ending.Discarded());
            case ERASED -> Optional.of(new Ending.Erased());
            case FAILED -> failure(parcel, parcel.event().answers().get(answer).questionId(), form);
        };
    }

    /** By one that lies before it: it came late, and what it is older than was done long ago. */
    private static Ending covered(Parcel parcel) {
        long by = parcel.coveredBy();
        return by > parcel.original().offset() ? new Ending.Covered(by) : new Ending.Superseded(by);
    }

    private static Optional<Ending> failure(Parcel parcel, String question, Form form) {
        return parcel.undelivered().stream()
                .filter(each -> each.questionId().equals(question) && each.as().equals(form.wireName()))
                .findFirst()
                .map(ParcelNotes::failed);
    }

    private static Ending failed(Undelivered undelivered) {
        return new Ending.Failed(undelivered.reason(), undelivered.status(), undelivered.response());
    }

    private static Note note(Parcel parcel, String question, Form form, Ending ending, Instant now) {
        return new Note(
                parcel.original().partition(),
                parcel.original().offset(),
                parcel.event().companyId(),
                parcel.event().respondent(),
                question,
                form.wireName(),
                ending,
                now);
    }
}
