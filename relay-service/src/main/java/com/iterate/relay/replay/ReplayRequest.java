package com.iterate.relay.replay;

import com.iterate.contracts.AttributeNames;
import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.State;
import com.iterate.webkit.RequestBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/dead-letters/replays}.
 *
 * @param ids           these letters, quarantined ones included; or
 * @param filter        all open ones that match now
 * @param ratePerSecond letters; the company's connection allows a fifth of its requests at most, whatever this says
 * @param canary        of the first ten the part that may fail, from 0 to 1; 1: nothing is tried first
 * @param rename        new names of attributes, by the old ones
 * @param dryRun        only tells what would happen
 */
public record ReplayRequest(
        @Nullable List<LetterId> ids,
        @Nullable LetterFilter filter,
        @Nullable Double ratePerSecond,
        @Nullable Double canary,
        @Nullable Map<String, String> rename,
        boolean dryRun) {

    /** One transaction, in which nobody else writes letters. */
    private static final int MOST_IDS = 2000;

    /** More names than any survey has questions. */
    private static final int MOST_NAMES = 200;

    /** As many as Braze takes requests of a company in its default contract. */
    private static final double HIGHEST_RATE = 1000;

    /**
     * @param company of whom sends it; nobody gets at another company's letters
     * @throws com.iterate.webkit.Problem 422 for what breaks a rule
     */
    Order order(Optional<String> company, ReplayConfig config) {
        double rate = ratePerSecond == null ? config.ratePerSecond() : ratePerSecond;
        double mayFail = canary == null ? config.canary() : canary;
        if (!(rate > 0 && rate <= HIGHEST_RATE)) {
            throw RequestBody.invalid("ratePerSecond", "must be above 0 and at most 1000");
        }
        if (!(mayFail >= 0 && mayFail <= 1)) {
            throw RequestBody.invalid("canary", "must be from 0 to 1: of the first ten the part that may fail");
        }
        return new Order(chosen(company), rate, new Canary(mayFail), names());
    }

    private Order.Chosen chosen(Optional<String> company) {
        List<LetterId> these = ids == null ? List.of() : ids;
        if (these.isEmpty() == (filter == null)) {
            throw RequestBody.invalid("ids", "or filter must be given, and only one of them");
        }
        if (these.size() > MOST_IDS) {
            throw RequestBody.invalid("ids", "are more than 2000; a filter takes any number");
        }
        if (filter == null) {
            return new Order.ByIds(these.stream().distinct().toList(), company);
        }
        if (!filter.state().isEmpty() && !filter.state().contains(State.OPEN)) {
            throw RequestBody.invalid(
                    "filter.state", "must include OPEN; other letters are replayed by their ids only");
        }
        return new Order.ByFilter(company.map(filter::ofCompany).orElse(filter));
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> given = rename == null ? Map.of() : rename;
        if (given.size() > MOST_NAMES) {
            throw RequestBody.invalid("rename", "has more than 200 names");
        }
        given.forEach((from, to) -> {
            String name = RequestBody.text("rename", to, AttributeNames.MOST_CHARACTERS)
                    .strip();
            AttributeNames.problem(name).ifPresent(problem -> {
                throw RequestBody.invalid("rename", "has a new name that " + problem);
            });
            names.put(from.strip(), name);
        });
        return names;
    }
}
