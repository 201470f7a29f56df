package com.iterate.relay.audit;

import java.util.Locale;
import java.util.Optional;

/** What somebody did. */
public enum Action {
    REVEAL,
    EXPORT,
    REPLAY_START,
    REPLAY_PAUSE,
    REPLAY_RESUME,
    REPLAY_CANCEL,
    REPLAY_STOPPED,
    DISCARD,
    ERASE,
    REBUILD,
    AUTO_REPLAY;

    /** The name in the table and in JSON, such as {@code replay-start}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> ofWireName(String name) {
        for (Action action : values()) {
            if (action.wireName().equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
