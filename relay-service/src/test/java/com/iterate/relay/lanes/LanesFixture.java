package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.Defaults;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Lanes between a log and a Braze that obey the test. */
final class LanesFixture extends SilentSignals implements Source {

    static final String ACME = "acme";

    final VirtualTime time = new VirtualTime();
    final ModelBraze braze = new ModelBraze(time);
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final Set<Long> finished = new HashSet<>();
    final LanesConfig config = Defaults.of(LanesConfig.class);
    final Lanes lanes;
    Lookup connection = connected(1, Optional.empty());
    final List<Long> shed = new ArrayList<>();
    private long offset;

    LanesFixture() {
        this(1);
    }

    LanesFixture(long seed) {
        Surroundings around = new Surroundings(
                time,
                config,
                braze,
                company -> CompletableFuture.completedFuture(connection),
                this::writeDeadLetter,
                this);
        lanes = new Lanes(around, new Random(seed));
        lanes.inTouchUntil(Instant.MAX);
    }

    static Lookup connected(Rate rate) {
        return connected(1, rate, Optional.empty());
    }

    static Lookup connected(long version, Optional<Instant> deliverFrom) {
        return connected(version, Rate.OF_BRAZE, deliverFrom);
    }

    private static Lookup connected(long version, Rate rate, Optional<Instant> deliverFrom) {
        return new Lookup.Connected(new Connection(
                ACME, version, URI.create("https://rest.iad-01.braze.com"), new ApiKey("key"), rate, deliverFrom));
    }

    long answers(String who, String attribute, int value) {
        return answers(who, attribute, value, time.now());
    }

    long answers(String who, String attribute, int value, Instant submittedAt) {
        return accept(anEvent(who, submittedAt, Set.of(Delivery.BRAZE_ATTRIBUTES), answer(attribute, value)));
    }

    long accept(ResponseSubmitted event) {
        long at = offset++;
        OriginalRecord original =
                new OriginalRecord("survey.responses.v1", 0, at, time.now(), new byte[0], new byte[100], List.of());
        lanes.accept(List.of(new Parcel(original, event, this)));
        return at;
    }

    static Answer answer(String attribute, int value) {
        return new Answer(
                attribute,
                attribute + "?",
                Optional.of(attribute),
                number(value),
                Optional.of("nps"),
                Optional.of(Integer.toString(value)));
    }

    static AnswerValue number(int value) {
        return new AnswerValue.Number(BigDecimal.valueOf(value));
    }

    static ResponseSubmitted anEvent(String who, Instant submittedAt, Set<Delivery> deliver, Answer... answers) {
        return anEventOf(ACME, who, submittedAt, deliver, answers);
    }

    static ResponseSubmitted anEventOf(
            String company, String who, Instant submittedAt, Set<Delivery> deliver, Answer... answers) {
        Respondent respondent = who.isEmpty() ? new Respondent.Anonymous() : new Respondent.Braze(who);
        return new ResponseSubmitted(
                company, "s1", "Survey", 1, "r-" + who, respondent, submittedAt, false, deliver, List.of(answers));
    }

    LaneState state() {
        return lanes.states(Optional.of(ACME)).get(0);
    }

    boolean runUntilAllFinished() {
        return time.runUntil(() -> finished.size() == offset, Duration.ofHours(6));
    }

    List<Long> offsets() {
        return IntStream.range(0, (int) offset).mapToObj(Long::valueOf).toList();
    }

    private CompletionStage<Void> writeDeadLetter(DeadLetter letter) {
        deadLetters.add(letter);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void finished(Parcel parcel) {
        finished.add(parcel.original().offset());
    }

    @Override
    public void shed(Parcel parcel) {
        shed.add(parcel.original().offset());
    }

    @Override
    public boolean pinsTheCommit() {
        return true;
    }

    @Override
    public Reason whenExpired() {
        return Reason.EXPIRED;
    }
}
