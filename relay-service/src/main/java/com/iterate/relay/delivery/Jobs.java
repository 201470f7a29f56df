package com.iterate.relay.delivery;

import com.iterate.relay.replay.Result;

/** How replays and their letters are doing, in words. */
final class Jobs {

    private Jobs() {}

    static String name(String state) {
        return switch (state) {
            case "COLLECTING" -> "Collecting letters";
            case "CANARY" -> "Trying the first ten";
            case "RUNNING" -> "Running";
            case "PAUSED" -> "Paused";
            case "STOPPED" -> "Stopped";
            case "CANCELLED" -> "Cancelled";
            case "DONE" -> "Done";
            default -> state;
        };
    }

    static String outlook(String state) {
        return switch (state) {
            case "COLLECTING" -> "The letters that match are put together; sending begins when all are known.";
            case "CANARY" -> "If too many of the first ten fail, it stops by itself and the others stay open.";
            case "RUNNING" -> "New answers of the company go first; the letters use what is left.";
            case "PAUSED" -> "Nothing more is sent until somebody resumes it.";
            case "STOPPED" ->
                "Too many of the first ten failed, so that the others were not sent and are open again. See why"
                        + " they failed, correct that, and replay once more.";
            case "CANCELLED" -> "What was sent stays sent; the other letters are open again.";
            case "DONE" -> "Every letter came to its end.";
            default -> "";
        };
    }

    static String name(Result result) {
        return switch (result) {
            case DELIVERED -> "delivered";
            case SUPERSEDED -> "superseded";
            case FAILED_AGAIN -> "failed again";
            case QUARANTINED -> "quarantined";
            case DISCARDED -> "discarded";
            case CANCELLED -> "not sent";
        };
    }

    static String meaning(Result result) {
        return switch (result) {
            case DELIVERED -> "Braze took them.";
            case SUPERSEDED -> "Newer answers had been sent: nothing was left to send, and nothing was overwritten.";
            case FAILED_AGAIN -> "They are open again, with the new reason.";
            case QUARANTINED -> "They failed in three replays and go again only one by one.";
            case DISCARDED -> "Somebody discarded them meanwhile.";
            case CANCELLED -> "They are open again.";
        };
    }

    /** In the bar of a job. */
    static String colour(Result result) {
        return switch (result) {
            case DELIVERED -> "delivered";
            case FAILED_AGAIN, QUARANTINED -> "failed_again";
            case SUPERSEDED, DISCARDED, CANCELLED -> "other";
        };
    }
}
