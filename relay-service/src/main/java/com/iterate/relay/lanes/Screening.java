package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AttributeNames;
import com.iterate.contracts.Respondent;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.lanes.Part.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What must not go to Braze at all: bad names, answers that waited too long, that the company discarded, of people who were erased. */
final class Screening {

    private final Duration expiry;
    private final Signals signals;
    private final Predicate<Respondent> erased;

    /** @param erased of the company's people */
    Screening(Duration expiry, Signals signals, Predicate<Respondent> erased) {
        this.expiry = expiry;
        this.signals = signals;
        this.erased = erased;
    }

    /** Once. survey-service publishes no bad names, other publishers might; and what waited in a gap may be too old. */
    void onArrival(Parcel parcel, Instant now) {
        if (isTooOld(parcel, now)) {
            expire(parcel, now);
            return;
        }
        List<Answer> answers = parcel.event().answers();
        for (int i = 0; i < answers.size(); i++) {
            if (parcel.fate(i, Form.ATTRIBUTE) == Fate.OPEN) {
                Part part = new Part(parcel, i, Form.ATTRIBUTE);
                AttributeNames.problem(part.attribute())
                        .ifPresent(problem ->
                                parcel.fail(part, Reason.INVALID_ATTRIBUTE, 0, "The attribute's name " + problem, now));
            }
        }
    }

    /** Before every request: much may have happened while answers waited. */
    void age(Person person, Optional<Instant> deliverFrom, Instant now) {
        if (erased.test(person.respondent())) {
            person.waiting().forEach(parcel -> parcel.openParts().forEach(parcel::erased));
            return;
        }
        for (Parcel parcel : person.waiting()) {
            if (deliverFrom.isPresent() && parcel.event().submittedAt().isBefore(deliverFrom.get())) {
                signals.discarded(parcel.openParts().size());
                parcel.openParts().forEach(parcel::discarded);
            } else if (isTooOld(parcel, now)) {
                expire(parcel, now);
            }
        }
    }

    /** In whole numbers, as Kafka's time stamps are: asked twice of every answer. */
    private boolean isTooOld(Parcel parcel, Instant now) {
        return parcel.original().appendedAt().toEpochMilli() < now.toEpochMilli() - expiry.toMillis();
    }

    private void expire(Parcel parcel, Instant now) {
        failAll(parcel, parcel.source().whenExpired(), "Waited for more than " + expiry.toHours() + " hours", now);
    }

    static void unknownCompany(Person person, Instant now) {
        person.waiting()
                .forEach(parcel ->
                        failAll(parcel, Reason.UNKNOWN_COMPANY, "settings-service knows no such company", now));
    }

    private static void failAll(Parcel parcel, Reason reason, String why, Instant now) {
        parcel.openParts().forEach(part -> parcel.fail(part, reason, 0, why, now));
    }
}
