package com.iterate.relay.braze;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.relay.credentials.ApiKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what people wrote, and who they are, out of texts that Braze returns. Hidden are the key; whatever stands in quotes
 * and is no field name; e-mail addresses and anything that looks like an id or a key; every id and answer that was sent; and
 * every word of those, save the words in which Braze itself reports errors. A made-up inflection of an answer would pass.
 */
final class Mask {

    static final String HIDDEN = "[hidden]";

    /** Enough for an operator to see what Braze means; what a dead letter keeps of it. */
    private static final int REASON_BYTES = 2048;

    /** Before hiding: hostile texts of 256 KB must not keep the event loop busy. */
    private static final int READ_BYTES = 2 * REASON_BYTES;

    /** Shorter ones would tear holes into other words; they are hidden as words. */
    private static final int SHORTEST_TO_FIND_INSIDE_WORDS = 4;

    private static final Pattern QUOTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(['\"`])(.*?)(\\1(?![\\p{L}\\p{N}])|$)", Pattern.DOTALL);
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern LOOKS_LIKE_AN_ID =
            Pattern.compile("(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+/=-]{12,}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    /** Field names of the request and of the profile: they say what is wrong, and nothing about anybody. */
    private static final Set<String> FIELDS = Set.of(
            "external_id",
            "braze_id",
            "user_alias",
            "email",
            "phone",
            "attributes",
            "events",
            "purchases",
            "properties",
            "name",
            "time",
            "app_id",
            "quantity",
            "group_id",
            "_update_existing_only");

    /** The words of the error texts that are documented or were seen. */
    private static final Set<String> BRAZES_WORDS = Set.of(("a access account already an and api array array's as at"
                    + " attribute attributes bad be blacklisted blocked body braze by bytes cannot characters check"
                    + " denied disallowed does email error event events exceeded existing external failed fewer field"
                    + " fields for format found forbidden id in input invalid is key large length limit long max"
                    + " maximum missing more most must name no not object objects of one or parsing permission please"
                    + " processed properties provided purchases rate request required size string syntax than the time"
                    + " to too type unauthorized unknown update user valid value was while with your")
            .split(" "));

    private static final String HIDDEN_LITERALLY = Matcher.quoteReplacement(HIDDEN);

    private final ApiKey key;
    private final Collection<TrackObject> objects;
    private final Set<String> texts = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    /** Costs nothing until there is something to hide: most requests succeed. */
    Mask(ApiKey key, Collection<TrackObject> objects) {
        this.key = key;
        this.objects = objects;
    }

    /** The text as it may be logged and kept: masked, on one line, at most 2 kB. */
    String hide(String text) {
        learn();
        String masked = key.hideIn(Texts.cutToBytes(text, READ_BYTES));
        masked = CONTROL.matcher(masked).replaceAll(" ");
        masked = QUOTED.matcher(masked).replaceAll(Mask::unlessField);
        masked = EMAIL.matcher(masked).replaceAll(HIDDEN_LITERALLY);
        masked = LOOKS_LIKE_AN_ID.matcher(masked).replaceAll(HIDDEN_LITERALLY);
        for (String secret : texts) {
            if (secret.length() >= SHORTEST_TO_FIND_INSIDE_WORDS) {
                masked = Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(masked)
                        .replaceAll(HIDDEN_LITERALLY);
            }
        }
        masked = WORD.matcher(masked).replaceAll(this::unlessHarmless);
        return Texts.cutToBytes(masked.strip(), REASON_BYTES);
    }

    private static String unlessField(MatchResult quoted) {
        String quote = quoted.group(1);
        return FIELDS.contains(quoted.group(2))
                ? Matcher.quoteReplacement(quoted.group())
                : Matcher.quoteReplacement(quote + HIDDEN + quote);
    }

    private String unlessHarmless(MatchResult word) {
        return words.contains(word.group().toLowerCase(Locale.ROOT)) ? HIDDEN_LITERALLY : word.group();
    }

    private void learn() {
        if (texts.isEmpty()) {
            objects.forEach(this::learn);
            texts.forEach(
                    text -> WORD.matcher(text).results().map(MatchResult::group).forEach(words::add));
            words.removeAll(BRAZES_WORDS);
        }
    }

    private void learn(TrackObject object) {
        if (object.respondent() instanceof Respondent.Braze known) {
            remember(known.id());
        } else if (object.respondent() instanceof Respondent.External known) {
            remember(known.id());
        }
        if (object instanceof TrackObject.Attributes attributes) {
            attributes.values().values().forEach(this::learn);
        } else if (object instanceof TrackObject.Event event) {
            Answer answer = event.answer();
            learn(answer.value());
            answer.label().ifPresent(this::remember);
        }
    }

    private void learn(AnswerValue value) {
        if (value instanceof AnswerValue.Text text) {
            remember(text.value());
        } else if (value instanceof AnswerValue.Choices choices) {
            choices.values().forEach(this::remember);
        } else if (value instanceof AnswerValue.Number number) {
            remember(number.value().toPlainString());
            remember(number.value().stripTrailingZeros().toPlainString());
        } else if (value instanceof AnswerValue.Date date) {
            remember(date.value().toString());
            remember(date.value().toString().substring(0, "2026-11-23".length()));
        } else if (value instanceof AnswerValue.Bool bool) {
            remember(Boolean.toString(bool.value()));
        }
    }

    private void remember(String text) {
        texts.add(text.toLowerCase(Locale.ROOT));
    }
}
