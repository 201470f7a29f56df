package com.iterate.relay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.relay.letters.Letter;
import com.iterate.relay.letters.Look;
import com.iterate.relay.letters.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One letter as its page shows it.
 *
 * @param words      Braze's own; empty text if it was never asked
 * @param lost       what did not reach Braze
 * @param sent       what Braze got of it; empty if it was never asked
 * @param event      what was read from it; absent for what is unreadable
 * @param unreadable why not; empty text if it could be read
 * @param steps      what happened to it, oldest first
 * @param raw        the bytes; absent unless revealed
 * @param sibling    of the address of the letters that died of the same
 */
record LetterView(
        String id,
        String company,
        String kind,
        String state,
        String outlook,
        boolean replayable,
        boolean discardable,
        ReasonText reason,
        String answer,
        String problem,
        String words,
        List<Lost> lost,
        List<Sent> sent,
        Optional<EventView> event,
        String unreadable,
        List<Step> steps,
        List<Header> headers,
        Optional<RawView> raw,
        String original,
        boolean reference,
        String sibling) {

    /**
     * @param question as it was asked, if that is known
     * @param as       what it was to become in Braze
     */
    record Lost(String question, String as, String reason, String answer) {}

    /** @param object as Braze gets it, on several lines */
    record Sent(String question, String object) {}

    /** @param said about it; may be empty */
    record Step(Moment at, String what, String by, String said) {}

    record Header(String name, String value) {}

    static LetterView of(Look look) {
        Letter letter = look.letter();
        Optional<EventView> event = look.event().map(EventView::of);
        return new LetterView(
                letter.id().toString(),
                Companies.name(letter.company()),
                States.kind(letter.state()),
                States.name(letter.state()),
                States.meaning(letter.state()),
                !letter.company().isEmpty() && isFree(letter.state()),
                isFree(letter.state()),
                Reasons.of(letter.reason()),
                CauseRow.answer(letter.status()),
                letter.problem(),
                letter.status() == 0 ? "" : letter.response(),
                lost(look.undelivered(), event),
                look.sent().stream()
                        .map(sent -> new Sent(
                                question(event, sent.questionId()),
                                sent.object().toPrettyString()))
                        .toList(),
                event,
                look.unreadable().orElse(""),
                steps(look),
                headers(look.headers()),
                look.raw().map(RawView::of),
                letter.original()
                        .map(at -> at.topic() + ", partition " + at.partition() + ", offset " + at.offset())
                        .orElse("not known"),
                look.reference(),
                new Asked(Map.of("company", Companies.value(letter.company()), "cause", letter.fingerprint())).query());
    }

    private static boolean isFree(State state) {
        return state == State.OPEN || state == State.QUARANTINED;
    }

    private static Optional<EventView.AnswerView> answer(Optional<EventView> event, String question) {
        return event.flatMap(view -> view.answers().stream()
                .filter(answer -> answer.questionId().equals(question))
                .findFirst());
    }

    private static String question(Optional<EventView> event, String id) {
        return answer(event, id).map(EventView.AnswerView::prompt).orElse(id);
    }

    private static List<Lost> lost(JsonNode undelivered, Optional<EventView> event) {
        List<Lost> lost = new ArrayList<>();
        for (JsonNode each : undelivered) {
            String question = each.path("questionId").asText();
            Optional<EventView.AnswerView> asked = answer(event, question);
            lost.add(new Lost(
                    question(event, question),
                    each.path("as").asText().equals("event")
                            ? "event survey-question-response"
                            : "attribute "
                                    + asked.map(EventView.AnswerView::attribute).orElse(""),
                    Reasons.of(each.path("reason").asText()).title(),
                    CauseRow.answer(each.path("status").asInt())));
        }
        return List.copyOf(lost);
    }

    private static List<Step> steps(Look look) {
        Letter letter = look.letter();
        List<Step> steps = new ArrayList<>();
        letter.submittedAt().ifPresent(at -> steps.add(new Step(Moment.of(at), "Answered", "", "")));
        look.attempts().stream()
                .filter(attempt -> attempt.replay().isEmpty())
                .map(attempt -> Steps.of(attempt, letter.attempts() - letter.replays()))
                .forEach(steps::add);
        steps.add(new Step(Moment.of(letter.appendedAt()), "Became a dead letter", "", ""));
        for (JsonNode each : look.history()) {
            steps.add(Steps.of(each, look.attempts()));
        }
        return List.copyOf(steps);
    }

    private static List<Header> headers(JsonNode headers) {
        List<Header> all = new ArrayList<>();
        for (JsonNode each : headers) {
            String value = each.hasNonNull("base64")
                    ? "base64: " + each.get("base64").asText()
                    : each.path("value").asText();
            all.add(new Header(each.path("name").asText(), value));
        }
        return List.copyOf(all);
    }
}
