package com.iterate.relay.delivery;

import com.iterate.relay.audit.Action;

/** What people do with dead letters, in words. */
final class Acts {

    private Acts() {}

    static String name(String wireName) {
        return Action.ofWireName(wireName).map(Acts::name).orElse(wireName);
    }

    static String name(Action action) {
        return switch (action) {
            case REVEAL -> "Revealed a letter";
            case EXPORT -> "Exported letters";
            case REPLAY_START -> "Started a replay";
            case REPLAY_PAUSE -> "Paused a replay";
            case REPLAY_RESUME -> "Resumed a replay";
            case REPLAY_CANCEL -> "Cancelled a replay";
            case REPLAY_STOPPED -> "Stopped a replay";
            case DISCARD -> "Discarded letters";
            case ERASE -> "Erased a person";
            case REBUILD -> "Rebuilt the view";
            case AUTO_REPLAY -> "Replayed after a repair";
        };
    }
}
