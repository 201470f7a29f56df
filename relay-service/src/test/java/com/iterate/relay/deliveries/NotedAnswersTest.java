package com.iterate.relay.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.Defaults;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.OrderGuard;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.SilentSignals;
import com.iterate.relay.lanes.Source;
import com.iterate.relay.lanes.Surroundings;
import com.iterate.relay.lanes.VirtualTime;
import com.iterate.relay.tracing.Traces;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the lanes to the register: what is noted of answers, and when they are done. */
class NotedAnswersTest implements Source {

    private static final Respondent ANA = new Respondent.Braze("ana");

    private final VirtualTime time = new VirtualTime();
    private final ModelRegister register = new ModelRegister();
    private final DeliveryRecord record =
            new DeliveryRecord(time, register, Defaults.with(DeliveriesConfig.class, Map.of()), new RecordSignals() {
                @Override
                public void couldNotWrite(Throwable failure) {}

                @Override
                public void gaveUp(int notes) {}
            });
    private final Set<Respondent> erased = new HashSet<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();
    private Optional<Instant> deliverFrom = Optional.empty();
    private Outcome outcome = new Outcome.Accepted();
    private long offset;
    private final Lanes lanes = new Lanes(
            new Surroundings(
                    time,
                    Defaults.of(LanesConfig.class),
                    (connection, objects) -> braze(objects),
                    company -> CompletableFuture.completedFuture(connection()),
                    letter -> {
                        letters.add(letter);
                        return CompletableFuture.completedFuture(null);
                    },
                    new SilentSignals(),
                    Traces.OFF,
                    OrderGuard.NONE,
                    record::note,
                    (company, person) -> erased.contains(person)),
            new Random(1));

    @BeforeEach
    void begin() {
        lanes.inTouchUntil(Instant.MAX);
        record.follow(() -> new Progress(Map.of(), List.of()));
    }

    @Test
    void an_answer_that_braze_takes_leaves_no_note() {
        // when
        answers(ANA, 9);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(done).containsExactly(0L);
        assertThat(register.notes()).isEmpty();
    }

    @Test
    void of_two_in_one_object_the_older_is_covered_by_the_newer() {
        // given
        answers(new Respondent.Braze("ben"), 1);
        // when
        long older = answers(ANA, 3);
        long newer = answers(ANA, 9);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(register.notes()).extracting(Note::offset).containsExactly(older);
        assertThat(register.notes()).extracting(Note::ending).containsExactly(new Ending.Covered(newer));
        assertThat(done).contains(older, newer);
    }

    @Test
    void a_newer_answer_is_not_done_before_the_older_one_that_it_covers() {
        // given
        register.goesAway();
        answers(new Respondent.Braze("ben"), 1);
        answers(ANA, 3);
        answers(ANA, 9);
        time.runFor(Duration.ofSeconds(4));
        assertThat(done).containsExactly(0L);
        // when
        long evenNewer = answers(ANA, 7);
        time.runFor(Duration.ofMillis(500));
        assertThat(done).containsExactly(0L);
        time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(done).containsExactly(0L, 1L, 2L, evenNewer);
    }

    @Test
    void one_that_comes_after_something_newer_was_sent_says_what_that_is_and_waits_for_nothing() {
        // given
        long newer = answers(ANA, 9);
        time.runFor(Duration.ofSeconds(1));
        register.goesAway();
        // when
        long late = answers(ANA, 3, time.now().minusSeconds(60));
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(done).containsExactly(newer, late);
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        assertThat(register.notes()).extracting(Note::ending).containsExactly(new Ending.Superseded(newer));
    }

    @Test
    void a_rejected_one_has_its_letter_and_brazes_words_before_it_is_done() {
        // given
        outcome = new Outcome.Rejected(400, "not valid");
        register.goesAway();
        // when
        answers(ANA, 9);
        time.runFor(Duration.ofMinutes(1));
        assertThat(letters).hasSize(1);
        assertThat(done).isEmpty();
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        // then
        assertThat(done).containsExactly(0L);
        assertThat(register.notes())
                .extracting(Note::ending)
                .containsExactly(new Ending.Failed(Reason.REJECTED, 400, "not valid"));
        assertThat(register.notes().get(0).as()).isEqualTo("attribute");
        assertThat(register.notes().get(0).questionId()).isEqualTo("score");
    }

    @Test
    void what_the_company_discards_is_noted_so() {
        // given
        deliverFrom = Optional.of(time.now().plusSeconds(1));
        // when
        answers(ANA, 9);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(register.notes()).extracting(Note::ending).containsExactly(new Ending.Discarded());
    }

    @Test
    void nothing_of_an_erased_person_is_sent_or_dead_lettered_and_others_go_on() {
        // given
        erased.add(ANA);
        // when
        answers(ANA, 9);
        long others = answers(new Respondent.Braze("ben"), 1);
        accept(anEvent(ANA, "email", 7, time.now()));
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(done).contains(0L, others, 2L);
        assertThat(letters).isEmpty();
        assertThat(register.notes()).extracting(Note::ending).containsOnly(new Ending.Erased());
        assertThat(register.notes()).extracting(Note::offset).containsExactlyInAnyOrder(0L, 2L);
    }

    private CompletableFuture<Reply> braze(List<TrackObject> objects) {
        assertThat(objects).noneMatch(object -> erased.contains(object.respondent()));
        Reply reply = new Reply.Answered(objects.stream().map(object -> outcome).toList());
        CompletableFuture<Reply> answered = new CompletableFuture<>();
        time.after(Duration.ofMillis(50), () -> answered.complete(reply));
        return answered;
    }

    private Lookup connection() {
        return new Lookup.Connected(new Connection(
                "acme", 1, URI.create("https://rest.iad-01.braze.com"), new ApiKey("key"), Rate.OF_BRAZE, deliverFrom));
    }

    private long answers(Respondent who, int score) {
        return answers(who, score, time.now());
    }

    private long answers(Respondent who, int score, Instant at) {
        return accept(anEvent(who, "score", score, at));
    }

    private long accept(ResponseSubmitted event) {
        long at = offset++;
        OriginalRecord original =
                new OriginalRecord("survey.responses.v1", 0, at, time.now(), new byte[0], new byte[9], List.of());
        lanes.accept(List.of(new Parcel(original, event, this)));
        return at;
    }

    private static ResponseSubmitted anEvent(Respondent who, String attribute, int score, Instant at) {
        Answer answer = new Answer(
                "score",
                "How?",
                Optional.of(attribute),
                new AnswerValue.Number(BigDecimal.valueOf(score)),
                Optional.empty(),
                Optional.empty());
        return new ResponseSubmitted(
                "acme", "s1", "Survey", 1, "r1", who, at, false, Set.of(Delivery.BRAZE_ATTRIBUTES), List.of(answer));
    }

    @Override
    public void finished(Parcel parcel) {
        done.add(parcel.original().offset());
    }

    @Override
    public void shed(Parcel parcel) {}

    @Override
    public boolean pinsTheCommit() {
        return true;
    }

    @Override
    public Reason whenExpired() {
        return Reason.EXPIRED;
    }
}
