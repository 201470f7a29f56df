package com.iterate.sandbox.braze;

import java.util.Locale;
import java.util.Optional;

/** Everything that Braze checks before it looks at a single object; in the order in which it does. */
final class Gate {

    static final String PATH = "/users/track";

    /** Braze: 4 MB. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Braze: 75 in total, combined over attributes, events and purchases. */
    private static final int MOST_OBJECTS = 75;

    private static final String BEARER = "Bearer ";

    private final Workspaces workspaces;

    Gate(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** A key that lacks {@code Bearer} or stands in quotation marks opens nothing. */
    Optional<Workspace> opened(String authorization) {
        return authorization.startsWith(BEARER)
                ? workspaces.openedBy(authorization.substring(BEARER.length()))
                : Optional.empty();
    }

    Optional<Reply> refusal(Arrival arrival, Optional<TrackBody> body) {
        if (!arrival.path().equals(PATH)) {
            // Braze: a trailing slash "can produce unexpected errors", listed under 403.
            return arrival.path().equals(PATH + "/") ? refuse(403, "Access Denied") : refuse(404, "Not Found");
        }
        Optional<Workspace> workspace = opened(arrival.authorization());
        if (workspace.isEmpty()) {
            return refuse(401, "Invalid API Key");
        }
        if (!workspace.get().permits("users.track")) {
            return refuse(403, "Access Denied");
        }
        if (!arrival.contentType().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return refuse(415, "Unsupported Media Type");
        }
        if (arrival.bytes() > MOST_BYTES) {
            return refuse(413, "Request Entity Too Large");
        }
        if (body.isEmpty()) {
            return refuse(400, "Error while parsing request body. Please check your syntax.");
        }
        return body.get().objects() > MOST_OBJECTS ? refuse(400, "Max Input Length Exceeded") : Optional.empty();
    }

    private static Optional<Reply> refuse(int status, String message) {
        return Optional.of(Reply.message(status, message));
    }
}
