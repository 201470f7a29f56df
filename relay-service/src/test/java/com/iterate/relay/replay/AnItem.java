package com.iterate.relay.replay;

import com.iterate.relay.letters.LetterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Letters of a job, as a test needs them. */
final class AnItem {

    private AnItem() {}

    static Item of(long job, String company, int number) {
        return new Item(
                job,
                new LetterId(0, number),
                0,
                number,
                company,
                new byte[10],
                new byte[100],
                List.of(new Piece("q1", "attribute")),
                Map.of(),
                0);
    }

    /** Numbered from {@code first} on. */
    static List<Item> many(long job, String company, int first, int letters) {
        List<Item> items = new ArrayList<>();
        for (int number = first; number < first + letters; number++) {
            items.add(of(job, company, number));
        }
        return items;
    }
}
