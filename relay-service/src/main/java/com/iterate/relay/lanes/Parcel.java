package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Try;
import com.iterate.relay.deadletters.Undelivered;
import com.iterate.relay.tracing.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A record's answers on their way to Braze: which of them are still open, and which failed. */
public final class Parcel {

    private final OriginalRecord original;
    private final ResponseSubmitted event;

    /** At {@code 2 i} of answer {@code i}'s attribute, at {@code 2 i + 1} of its event. */
    private final Fate[] fates;

    private int open;
    private boolean simple = true;
    private long coveredBy = -1;

    private boolean oneByOne;
    private int attempts;
    private long carriedBy = -1;
    private Failures failures = Failures.NONE;
    private final Trail trail;
    private Source source;
    private Instant acceptedAt = Instant.MAX;
    private boolean exposed;

    /** All that its publisher wants delivered. */
    public Parcel(OriginalRecord original, ResponseSubmitted event, Source source) {
        this(original, event, source, (answer, form) -> true);
    }

    /** @param wanted which answers, in which form, of those that its publisher wants delivered */
    public Parcel(
            OriginalRecord original, ResponseSubmitted event, Source source, BiPredicate<Answer, Part.Form> wanted) {
        this.original = original;
        this.event = event;
        this.source = source;
        this.trail = Trail.of(original, event.surveyId());
        this.fates = new Fate[2 * event.answers().size()];
        boolean known = !(event.respondent() instanceof Respondent.Anonymous);
        boolean attributes = known && event.deliver().contains(Delivery.BRAZE_ATTRIBUTES);
        boolean events = known && event.deliver().contains(Delivery.BRAZE_EVENTS);
        for (int i = 0; i < event.answers().size(); i++) {
            Answer answer = event.answers().get(i);
            begin(2 * i, attributes && wanted.test(answer, Part.Form.ATTRIBUTE));
            begin(2 * i + 1, events && wanted.test(answer, Part.Form.EVENT));
        }
    }

    public OriginalRecord original() {
        return original;
    }

    public ResponseSubmitted event() {
        return event;
    }

    /** Where it stands among its person's answers to one attribute. */
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
        return open > 0;
    }

    /** Answers, in each of the forms in which Braze gets them, that are not done. */
    public int openCount() {
        return open;
    }

    List<Part> openParts() {
        List<Part> parts = new ArrayList<>(open);
        for (int at = 0; at < fates.length; at++) {
            if (fates[at] == Fate.OPEN) {
                parts.add(new Part(this, at / 2, at % 2 == 0 ? Part.Form.ATTRIBUTE : Part.Form.EVENT));
            }
        }
        return parts;
    }

    /** What became of an answer, by its place in the event. */
    public Fate fate(int answer, Part.Form form) {
        return fates[2 * answer + (form == Part.Form.EVENT ? 1 : 0)];
    }

    /** Offset of a newer answer that covered one of these; -1 if none did, or it is not known any more. */
    public long coveredBy() {
        return coveredBy;
    }

    /** What failed, for the dead letter. */
    public List<Undelivered> undelivered() {
        return failures.undelivered();
    }

    /** Attributes of which nobody will ever know whether they reached Braze. A refusal is an answer, and means that they did not. */
    List<String> givenUp() {
        return exposed ? failures.givenUp(event) : List.of();
    }

    void delivered(Part part) {
        end(part, Fate.DELIVERED);
    }

    void covered(Part part, long by) {
        end(part, Fate.COVERED);
        coveredBy = Math.max(coveredBy, by);
    }

    void discarded(Part part) {
        end(part, Fate.DISCARDED);
    }

    void fail(Part part, Reason reason, int status, String response, Instant now) {
        end(part, Fate.FAILED);
        failures = failures.with(
                new Undelivered(part.answer().questionId(), part.form().wireName(), reason, status, response), now);
    }

    void erased(Part part) {
        end(part, Fate.ERASED);
    }

    /** Its person is not to be kept in a dead letter either. */
    void forgetWhatFailed() {
        failures = failures.forgotten();
        Arrays.setAll(fates, at -> fates[at] == Fate.FAILED ? Fate.ERASED : fates[at]);
    }

    /** @param request its number in the lane: one request may carry several of its answers */
    void attempted(long request) {
        attempts += request == carriedBy ? 0 : 1;
        carriedBy = request;
    }

    /** A request that carried it did not end well. */
    void tried(Try request) {
        failures = failures.with(request);
    }

    /** From now on its answers go alone, one after the other: they were refused together. */
    void splitUp() {
        oneByOne = true;
    }

    boolean goesOneByOne() {
        return oneByOne;
    }

    /** Braze took all of it that was wanted: of nearly every record there is no more to say. */
    boolean isSimplyDelivered() {
        return simple;
    }

    boolean hasFailed() {
        return !failures.isEmpty();
    }

    /** What has to be written to the dead-letter topic before this is finished. */
    Optional<DeadLetter> deadLetter(Instant now) {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        Undelivered first = failures.undelivered().get(0);
        return Optional.of(new DeadLetter(
                original,
                first.reason(),
                event.companyId(),
                first.response(),
                failures.undelivered(),
                attempts,
                failures.tries(),
                failures.firstAt().orElse(now),
                now));
    }

    void finish() {
        source.finished(this);
    }

    private void begin(int at, boolean isWanted) {
        fates[at] = isWanted ? Fate.OPEN : Fate.NOT_WANTED;
        open += isWanted ? 1 : 0;
    }

    private void end(Part part, Fate fate) {
        int at = 2 * part.index() + (part.form() == Part.Form.EVENT ? 1 : 0);
        if (fates[at] == Fate.OPEN) {
            fates[at] = fate;
            open--;
            simple &= fate == Fate.DELIVERED;
        }
    }
}
