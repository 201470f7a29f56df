package com.iterate.relay.delivery;

import com.iterate.relay.delivery.Asked.Field;
import com.iterate.relay.letters.LetterId;
import com.iterate.webkit.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Letters that somebody wants to do something with: some, by their ids, or all that a filter finds.
 *
 * @param ids empty: all that are asked for
 */
record Chosen(List<LetterId> ids, Asked asked) {

    /** The field that says that all are meant, and not those that are ticked. */
    private static final String SCOPE = "scope";

    private static final String ALL = "all";

    Chosen {
        ids = List.copyOf(ids);
    }

    /** @throws Problem 422 if nothing is ticked */
    static Chosen of(MultivaluedMap<String, String> form) {
        Asked asked = Asked.ofForm(form);
        if (ALL.equals(form.getFirst(SCOPE))) {
            return new Chosen(List.of(), asked);
        }
        List<LetterId> ids = Optional.ofNullable(form.get("id")).orElse(List.of()).stream()
                .map(LetterId::parse)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw new Problem(
                    422,
                    "nothing-chosen",
                    "No letter is chosen",
                    "Go back and tick the letters that you mean, or choose all that match.");
        }
        return new Chosen(ids, asked);
    }

    boolean isAll() {
        return ids.isEmpty();
    }

    /** For whatever asks before it acts. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(asked.fields());
        if (isAll()) {
            fields.add(new Field(SCOPE, ALL));
        }
        ids.forEach(id -> fields.add(new Field("id", id.toString())));
        return List.copyOf(fields);
    }

    /** Where somebody who thinks better of it goes. */
    public String back() {
        if (ids.size() == 1) {
            return "/delivery/dead-letters/" + ids.get(0);
        }
        return asked.isPersonal() ? "/delivery/dead-letters" : "/delivery/dead-letters?" + asked.query();
    }
}
