package com.iterate.relay.delivery;

import com.iterate.relay.letters.Letter;

/**
 * One letter as a line of a list.
 *
 * @param words   what Braze, or else the relay, said
 * @param replays such as {@code 2 replays failed}; empty if none did
 */
record LetterRow(
        String id,
        String company,
        String survey,
        String reason,
        String answer,
        String words,
        String kind,
        String state,
        String replays,
        Moment at) {

    static LetterRow of(Letter letter) {
        return new LetterRow(
                letter.id().toString(),
                Companies.name(letter.company()),
                letter.survey().orElse(""),
                Reasons.of(letter.reason()).title(),
                CauseRow.answer(letter.status()),
                letter.response().isEmpty() ? letter.problem() : letter.response(),
                States.kind(letter.state()),
                States.name(letter.state()),
                replays(letter.replays()),
                Moment.of(letter.appendedAt()));
    }

    static String replays(int failed) {
        return failed == 0 ? "" : failed == 1 ? "1 replay failed" : failed + " replays failed";
    }
}
