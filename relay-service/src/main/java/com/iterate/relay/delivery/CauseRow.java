package com.iterate.relay.delivery;

import com.iterate.relay.letters.State;
import com.iterate.relay.letters.Summary.Group;
import java.time.Instant;
import java.util.Locale;

/**
 * Letters of one company that died of one cause, as a line of a list.
 *
 * @param answer what Braze answered with, such as {@code HTTP 400}; empty if it was never asked
 * @param states what became of them, where that is more than one thing
 * @param query  of the address of the list of these letters
 */
record CauseRow(
        String company,
        ReasonText reason,
        String answer,
        String text,
        String letters,
        String states,
        Moment first,
        Moment last,
        String ago,
        String query) {

    static CauseRow of(Group group, Asked asked, Instant now) {
        Asked these = asked.with("company", Companies.value(group.company())).with("cause", group.fingerprint());
        return new CauseRow(
                Companies.name(group.company()),
                Reasons.of(group.reason()),
                answer(group.status()),
                group.text(),
                Span.letters(group.letters()),
                group.states().size() < 2 ? "" : states(group),
                Moment.of(group.firstAt()),
                Moment.of(group.lastAt()),
                Span.between(group.lastAt(), now),
                these.query());
    }

    static String answer(int status) {
        return status == 0 ? "" : "HTTP " + status;
    }

    private static String states(Group group) {
        StringBuilder words = new StringBuilder();
        for (State state : State.values()) {
            long letters = group.states().getOrDefault(state, 0L);
            if (letters > 0) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(Span.count(letters))
                        .append(' ')
                        .append(States.name(state).toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }
}
