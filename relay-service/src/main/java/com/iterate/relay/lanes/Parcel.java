package com.iterate.relay.lanes;

import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Undelivered;
import com.iterate.relay.tracing.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A record's answers on their way to Braze: which of them are still open, and which failed. */
public final class Parcel {

    private final OriginalRecord original;
    private final ResponseSubmitted event;

    /** Bit {@code 2 i} is the attribute of answer {@code i}, bit {@code 2 i + 1} its event. */
    private final BitSet open = new BitSet();

    private final List<Undelivered> undelivered = new ArrayList<>(0);
    private boolean oneByOne;
    private int attempts;
    private Optional<Instant> firstFailedAt = Optional.empty();
    private final Trail trail;
    private Source source;
    private Instant acceptedAt = Instant.MAX;
    private boolean exposed;

    public Parcel(OriginalRecord original, ResponseSubmitted event, Source source) {
        this.original = original;
        this.event = event;
        this.source = source;
        this.trail = Trail.of(original, event.surveyId());
        if (!(event.respondent() instanceof Respondent.Anonymous)) {
            for (int i = 0; i < event.answers().size(); i++) {
                open.set(2 * i, event.deliver().contains(Delivery.BRAZE_ATTRIBUTES));
                open.set(2 * i + 1, event.deliver().contains(Delivery.BRAZE_EVENTS));
            }
        }
    }

    public OriginalRecord original() {
        return original;
    }

    public ResponseSubmitted event() {
        return event;
    }

    public Age age() {
        return new Age(event.submittedAt(), original.offset());
    }

    /** Where it came from, if its publisher has it followed. */
    Trail trail() {
        return trail;
    }

    public Source source() {
        return source;
    }

    /** From now on somebody else is told what becomes of it. */
    public void moveTo(Source next) {
        source = next;
    }

    /**
     * A request that may have reached Braze carried it, this relay's or one before it. Whoever sends it again has to know all
     * newer answers that may have been sent with it, so it stays in its lane until it is done.
     */
    public void expose() {
        exposed = true;
    }

    boolean isExposed() {
        return exposed;
    }

    void acceptedAt(Instant now) {
        acceptedAt = now;
    }

    /** When its lane got it. */
    Instant acceptedAt() {
        return acceptedAt;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Answers, in each of the forms in which Braze gets them, that are not done. */
    public int openCount() {
        return open.cardinality();
    }

    List<Part> openParts() {
        List<Part> parts = new ArrayList<>(open.cardinality());
        for (int bit = open.nextSetBit(0); bit >= 0; bit = open.nextSetBit(bit + 1)) {
            parts.add(new Part(this, bit / 2, bit % 2 == 0 ? Part.Form.ATTRIBUTE : Part.Form.EVENT));
        }
        return parts;
    }

    /** Delivered, or nothing more to do. */
    void settle(Part part) {
        open.clear(bit(part));
    }

    void fail(Part part, Reason reason, int status, String response, Instant now) {
        settle(part);
        undelivered.add(new Undelivered(part.answer().questionId(), part.form().wireName(), reason, status, response));
        failedOnce(now);
    }

    void attempted() {
        attempts++;
    }

    void failedOnce(Instant now) {
        firstFailedAt = firstFailedAt.or(() -> Optional.of(now));
    }

    /** From now on its answers go alone, one after the other: they were refused together. */
    void splitUp() {
        oneByOne = true;
    }

    boolean goesOneByOne() {
        return oneByOne;
    }

    /** What has to be written to the dead-letter topic before this is finished. */
    Optional<DeadLetter> deadLetter(Instant now) {
        if (undelivered.isEmpty()) {
            return Optional.empty();
        }
        Undelivered first = undelivered.get(0);
        return Optional.of(new DeadLetter(
                original,
                first.reason(),
                event.companyId(),
                first.response(),
                undelivered,
                attempts,
                firstFailedAt.orElse(now),
                now));
    }

    void finish() {
        source.finished(this);
    }

    private static int bit(Part part) {
        return 2 * part.index() + (part.form() == Part.Form.EVENT ? 1 : 0);
    }
}
