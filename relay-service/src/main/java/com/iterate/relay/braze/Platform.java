package com.iterate.relay.braze;

import com.iterate.relay.credentials.Connection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where answers are delivered. */
public interface Platform {

    /**
     * Sends one request.
     *
     * @param objects at least one; no more than the caller's limits allow
     * @return never completes exceptionally
     */
    CompletionStage<Reply> track(Connection connection, List<TrackObject> objects);
}
