package com.iterate.relay.delivery;

import com.iterate.relay.delivery.Asked.Field;
import com.iterate.relay.replay.ReplayConfig;
import com.iterate.relay.replay.ReplayRequest;
import com.iterate.webkit.RequestBody;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A replay as somebody filled it in, before it is one.
 *
 * @param rate   letters a second
 * @param canary of the first ten the part that may fail, in percent
 * @param names  of attributes, old and new; at the end some that are still to be filled in
 */
record Plan(Chosen chosen, String rate, String canary, List<Name> names) {

    /** Rows for names that are still empty: planning once more brings new ones. */
    private static final int EMPTY_ROWS = 2;

    private static final double PERCENT = 100;

    /** An attribute's. */
    record Name(String before, String after) {}

    static Plan of(MultivaluedMap<String, String> form, ReplayConfig config) {
        return new Plan(
                Chosen.of(form),
                given(form, "rate").orElse(number(config.ratePerSecond())),
                given(form, "canary").orElse(number(config.canary() * PERCENT)),
                names(form));
    }

    private static List<Name> names(MultivaluedMap<String, String> form) {
        List<String> before = form.getOrDefault("before", List.of());
        List<String> after = form.getOrDefault("after", List.of());
        List<Name> names = new ArrayList<>();
        for (int row = 0; row < Math.min(before.size(), after.size()); row++) {
            if (!before.get(row).isBlank() || !after.get(row).isBlank()) {
                names.add(new Name(before.get(row).strip(), after.get(row).strip()));
            }
        }
        for (int row = 0; row < EMPTY_ROWS; row++) {
            names.add(new Name("", ""));
        }
        return List.copyOf(names);
    }

    public List<Field> fields() {
        return chosen.fields();
    }

    /** Whether a name is filled in. */
    public boolean renames() {
        return names.size() > EMPTY_ROWS;
    }

    /** @throws com.iterate.webkit.Problem 422 for what is no number, or half a pair of names */
    ReplayRequest tried() {
        ReplayRequest wanted = started();
        return new ReplayRequest(
                wanted.ids(), wanted.filter(), wanted.ratePerSecond(), wanted.canary(), wanted.rename(), true);
    }

    /** The same, to be done. */
    ReplayRequest started() {
        Map<String, String> rename = new LinkedHashMap<>();
        for (Name name : names) {
            if (name.before().isEmpty() != name.after().isEmpty()) {
                throw RequestBody.invalid(
                        "The list of names", "has a row with one name; it takes the old and the new one");
            }
            if (!name.before().isEmpty()) {
                rename.put(name.before(), name.after());
            }
        }
        return new ReplayRequest(
                chosen.isAll() ? null : chosen.ids(),
                chosen.isAll() ? chosen.asked().filter() : null,
                number("The rate", rate),
                number("The share that may fail", canary) / PERCENT,
                rename,
                false);
    }

    private static double number(String field, String text) {
        if (!text.matches("[0-9]{1,6}([.][0-9]{1,3})?")) {
            throw RequestBody.invalid(field, "must be a number such as 50 or 0.5");
        }
        return Double.parseDouble(text);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static Optional<String> given(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
