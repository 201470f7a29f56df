package com.iterate.relay.delivery;

import com.iterate.relay.letters.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What became of a letter, in words. */
final class States {

    private States() {}

    /** @param selected whether a list of choices shows it */
    record Choice(String value, String text, boolean selected) {}

    static String name(State state) {
        return switch (state) {
            case OPEN -> "Open";
            case REPLAYING -> "Being replayed";
            case DELIVERED -> "Delivered";
            case SUPERSEDED -> "Superseded";
            case QUARANTINED -> "Quarantined";
            case DISCARDED -> "Discarded";
            case ERASED -> "Erased";
        };
    }

    static String meaning(State state) {
        return switch (state) {
            case OPEN -> "Waits for somebody to correct the cause, to replay it or to discard it.";
            case REPLAYING -> "Belongs to a replay that is not over.";
            case DELIVERED -> "Braze took it in a replay.";
            case SUPERSEDED -> "The person had given newer answers, so that nothing was left to send.";
            case QUARANTINED -> "Failed in three replays. It goes again only if you replay this one letter.";
            case DISCARDED -> "Somebody decided that it is not to be delivered.";
            case ERASED -> "The person asked to be forgotten; its content is gone.";
        };
    }

    /** For the stylesheet. */
    static String kind(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static List<Choice> choices(String selected) {
        List<Choice> states = Arrays.stream(State.values())
                .map(state -> new Choice(state.name(), name(state), state.name().equals(selected)))
                .toList();
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", "Needs a decision", selected.isEmpty()));
        all.add(new Choice(Asked.ALL_STATES, "All, whatever became of them", selected.equals(Asked.ALL_STATES)));
        all.addAll(states);
        return List.copyOf(all);
    }

    static List<Choice> reasons(String selected) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", "Any", selected.isEmpty()));
        Reasons.all()
                .forEach(reason -> all.add(
                        new Choice(reason.code(), reason.title(), reason.code().equals(selected))));
        return List.copyOf(all);
    }
}
