package com.iterate.relay.delivery;

import com.iterate.relay.lanes.LaneState.Health;
import java.util.Locale;

/** The states of a lane in words for who writes surveys and who runs the installation. */
final class Words {

    private Words() {}

    static String name(Health health) {
        return switch (health) {
            case IDLE -> "Idle";
            case DELIVERING -> "Delivering";
            case WAITING -> "Waiting";
            case SUSPENDED -> "Suspended";
            case NOT_CONNECTED -> "Not connected";
        };
    }

    /** For the stylesheet. */
    static String kind(Health health) {
        return health.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What becomes of the answers, and who has to do something. */
    static String outlook(Health health) {
        return switch (health) {
            case IDLE -> "Nothing is waiting: every answer that came in has been dealt with.";
            case DELIVERING -> "Answers are on their way to Braze.";
            case WAITING -> "Tried again without anybody's help. No answer is lost.";
            case SUSPENDED ->
                "Somebody has to correct the Braze connection in the settings. The answers wait until then.";
            case NOT_CONNECTED -> "As soon as a Braze connection is saved in the settings, the answers go out.";
        };
    }
}
