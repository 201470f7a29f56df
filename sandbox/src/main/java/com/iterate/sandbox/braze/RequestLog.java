package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The last requests, newest last; knows which were open at the same time and wrote the same thing. */
final class RequestLog {

    /** At 75 objects each some 20 MB. */
    private static final int KEPT = 1_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private long count;

    LoggedRequest arrived(Instant now, String workspace, String key, TrackBody body) {
        Set<TrackBody.Write> writes = body.writes();
        List<Long> overlaps = new ArrayList<>();
        for (LoggedRequest earlier : requests) {
            if (earlier.isOpen() && earlier.writesAnyOf(writes)) {
                overlaps.add(earlier.number());
            }
        }
        LoggedRequest request = new LoggedRequest(++count, now, workspace, masked(key), body, overlaps);
        requests.addLast(request);
        if (requests.size() > KEPT) {
            requests.removeFirst();
        }
        return request;
    }

    JsonArray newest(int most) {
        JsonArray json = new JsonArray();
        requests.stream().skip(Math.max(0, requests.size() - most)).forEach(request -> json.add(request.toJson()));
        return json;
    }

    /** Numbers go on, so that a test can tell a request of its own from one that came late. */
    void forget() {
        requests.clear();
    }

    private static String masked(String authorization) {
        int shown = Math.min(4, authorization.length() / 3);
        return "••••" + authorization.substring(authorization.length() - shown);
    }
}
