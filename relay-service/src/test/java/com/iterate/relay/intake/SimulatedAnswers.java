package com.iterate.relay.intake;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Undelivered;
import com.iterate.relay.intake.SimulatedBraze.Attribute;
import com.iterate.relay.replay.SimulatedLetters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What people answered: every answer's value is its number, and some of them Braze refuses until somebody repairs them. */
final class SimulatedAnswers {

    private static final int PEOPLE = 4;

    private static final List<String> NAMES = List.of("nps", "csat", "ces");

    private final Random random;
    private final ModelLog log;
    private final Set<Integer> bad = new HashSet<>();
    private final Set<Integer> everBad = new HashSet<>();
    private final Map<Integer, Attribute> attributes = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int answers;

    SimulatedAnswers(Random random, ModelLog log) {
        this.random = random;
        this.log = log;
    }

    /** Those that Braze refuses at present. */
    Set<Integer> bad() {
        return bad;
    }

    boolean wereAllBad(Collection<Integer> some) {
        return everBad.containsAll(some);
    }

    /** A third of them is as it should be from now on. */
    void someAreRepaired() {
        bad.removeIf(number -> random.nextInt(3) == 0);
    }

    /**
     * One record with one to three answers, each to another attribute.
     *
     * @return what happened, in words
     */
    String somebodyAnswers(String company, Instant now) {
        Respondent respondent = new Respondent.Braze(company + "-" + random.nextInt(PEOPLE));
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<Answer> given = new ArrayList<>();
        // No two records at once: of two of the same moment one that is put back by hand would count as the newer.
        Instant submittedAt = now.plusNanos(answers);
        for (String name : names.subList(0, 1 + random.nextInt(NAMES.size()))) {
            int number = answers++;
            if (random.nextInt(20) == 0) {
                bad.add(number);
                everBad.add(number);
            }
            attributes.put(number, new Attribute(company, respondent, name));
            given.add(answer(name, number));
        }
        return append(event(company, respondent, submittedAt, given)) + " of " + respondent;
    }

    /** With kcat: the same event once more, at another offset. */
    String isPutBackByHand(OriginalRecord original) {
        ResponseSubmitted event = ((Decoded.Event) ResponseDecoder.decode(original.value())).value();
        return append(event) + " is put back by hand";
    }

    private String append(ResponseSubmitted event) {
        OriginalRecord record = log.append(event).record();
        Map<String, Integer> given = new TreeMap<>();
        for (Answer answer : event.answers()) {
            given.put(answer.questionId(), number(answer));
            numbers.put(place(record, answer.questionId()), number(answer));
        }
        return "answers " + given + " at " + record.partition() + "/" + record.offset();
    }

    static int number(Answer answer) {
        return ((AnswerValue.Number) answer.value()).value().intValueExact();
    }

    /** Of the answers in a letter. */
    List<Integer> numbers(DeadLetter letter) {
        return letter.undelivered().stream()
                .map(each -> numbers.getOrDefault(place(letter.original(), each.questionId()), -1))
                .toList();
    }

    /**
     * What each profile should show at least when all is done; that nothing older came after it, Braze watches.
     *
     * @param closed letters, whose answers went under the names that replays give them
     */
    Map<Attribute, Integer> newest(Collection<DeadLetter> closed) {
        Map<String, Attribute> places = new HashMap<>();
        numbers.forEach((place, number) -> places.put(place, attributes.get(number)));
        for (DeadLetter letter : closed) {
            for (Undelivered each : letter.undelivered()) {
                String place = place(letter.original(), each.questionId());
                Attribute own = attributes.get(numbers.getOrDefault(place, -1));
                String name = SimulatedLetters.name(own.company(), own.name());
                places.put(place, new Attribute(own.company(), own.respondent(), name));
            }
        }
        Map<Attribute, Integer> newest = new HashMap<>();
        places.forEach((place, attribute) -> newest.merge(attribute, numbers.getOrDefault(place, -1), Math::max));
        return newest;
    }

    private static String place(OriginalRecord record, String question) {
        return record.partition() + "/" + record.offset() + "/" + question;
    }

    private static Answer answer(String attribute, int number) {
        return new Answer(
                attribute,
                "How?",
                Optional.of(attribute),
                new AnswerValue.Number(BigDecimal.valueOf(number)),
                Optional.empty(),
                Optional.empty());
    }

    private static ResponseSubmitted event(
            String company, Respondent respondent, Instant submittedAt, List<Answer> answers) {
        return new ResponseSubmitted(
                company,
                "s1",
                "Survey",
                1,
                "r1",
                respondent,
                submittedAt,
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                answers);
    }
}
