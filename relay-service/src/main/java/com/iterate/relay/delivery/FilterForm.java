package com.iterate.relay.delivery;

import com.iterate.relay.delivery.States.Choice;
import java.util.List;
import java.util.stream.Stream;

/**
 * The filter as a form shows it.
 *
 * @param operator whether a company can be chosen
 * @param more     whether one of the fields that are folded away is filled in
 */
record FilterForm(
        Asked asked, List<Choice> reasons, List<Choice> states, boolean operator, boolean more, boolean external) {

    static FilterForm of(Asked asked, boolean operator) {
        return new FilterForm(
                asked,
                States.reasons(asked.get("reason")),
                States.choices(asked.get("state")),
                operator,
                Stream.of("status", "survey", "from", "to", "text")
                        .anyMatch(name -> !asked.get(name).isEmpty()),
                asked.get("personKind").equals("external"));
    }

    public boolean isPersonal() {
        return asked.isPersonal();
    }
}
