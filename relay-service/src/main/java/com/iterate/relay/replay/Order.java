package com.iterate.relay.replay;

import com.iterate.relay.letters.Condition;
import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to be replayed.
 *
 * @param chosen        these, or all that match
 * @param ratePerSecond letters, of all relays together
 * @param rename        new names of attributes, by the old ones
 */
record Order(Chosen chosen, double ratePerSecond, Canary canary, Map<String, String> rename) {

    Order {
        rename = Map.copyOf(rename);
    }

    /** Which letters. */
    sealed interface Chosen {

        /** From where a letter may go: whoever names one by its id means it, however often it failed. */
        Set<State> from();

        /** For a query in which {@code l} is the table {@code dead_letter}. */
        Condition where();
    }

    record ByIds(List<LetterId> ids, Optional<String> company) implements Chosen {

        private static final Set<State> FROM = Set.of(State.OPEN, State.QUARANTINED);

        ByIds {
            ids = List.copyOf(ids);
        }

        @Override
        public Set<State> from() {
            return FROM;
        }

        @Override
        public Condition where() {
            String[] texts = ids.stream().map(LetterId::toString).toArray(String[]::new);
            Condition these = new Condition(
                    "(l.letter_partition, l.letter_offset) in (select split_part(id, '-', 1)::integer,"
                            + " split_part(id, '-', 2)::bigint from unnest(?) as id)",
                    List.of((Object) texts));
            return company.map(own -> these.and(new Condition("l.company = ?", List.of(own))))
                    .orElse(these);
        }
    }

    record ByFilter(LetterFilter filter) implements Chosen {

        private static final Set<State> FROM = Set.of(State.OPEN);

        @Override
        public Set<State> from() {
            return FROM;
        }

        @Override
        public Condition where() {
            return filter.in(Set.of()).where();
        }
    }
}
