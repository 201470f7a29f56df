package com.iterate.relay.letters;

import static com.iterate.relay.projection.ALetter.aLetter;

import com.iterate.relay.deadletters.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Letters of two companies of a test's own, of all kinds, spread over a few days. */
final class ManyLetters {

    /** What a filter can ask of a letter. */
    record Known(
            LetterId id,
            String company,
            Reason reason,
            int status,
            String survey,
            String person,
            Instant at,
            State state,
            String text) {}

    private static final List<String> TEXTS = List.of("'email' is too long", "Value is not allowed", "no such field");

    private final String prefix;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    ManyLetters(String prefix) {
        this.prefix = prefix;
    }

    String company(int number) {
        return prefix + "-" + number;
    }

    Instant now() {
        return now;
    }

    /** Newest first. */
    List<Known> in(DataSource database, int howMany) {
        Random random = new Random(42);
        List<Known> known = new ArrayList<>();
        for (int i : IntStream.range(0, howMany).toArray()) {
            Known letter = letter(random, i);
            LetterId id = aLetter()
                    .of(letter.company())
                    .to(letter.survey())
                    .from(letter.person())
                    .withStatus(letter.status())
                    .dyingOf(letter.reason())
                    .saying(letter.text())
                    .at(letter.at())
                    .in(database);
            known.add(new Known(
                    id,
                    letter.company(),
                    letter.reason(),
                    letter.status(),
                    letter.survey(),
                    letter.person(),
                    letter.at(),
                    State.OPEN,
                    letter.text()));
        }
        known.sort((one, other) -> {
            int byTime = other.at().compareTo(one.at());
            return byTime != 0 ? byTime : other.id().compareTo(one.id());
        });
        return known;
    }

    private Known letter(Random random, int number) {
        Reason reason = random.nextInt(4) == 0 ? Reason.EXPIRED : Reason.REJECTED;
        return new Known(
                new LetterId(0, number),
                company(random.nextInt(2)),
                reason,
                reason == Reason.REJECTED ? 400 + random.nextInt(2) : 0,
                prefix + "-survey-" + random.nextInt(3),
                prefix + "-person-" + random.nextInt(5),
                // Several at the same moment.
                now.minus(random.nextInt(100), ChronoUnit.HOURS).minusMillis(random.nextInt(2)),
                State.OPEN,
                TEXTS.get(random.nextInt(TEXTS.size())));
    }
}
