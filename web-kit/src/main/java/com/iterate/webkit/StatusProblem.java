package com.iterate.webkit;

/** The words for a refusal that names nothing but its status. */
final class StatusProblem {

    private StatusProblem() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                new Problem(
                        400,
                        "bad-request",
                        "Bad request",
                        "The request cannot be read. Check its address, headers and body.");
            case 401 ->
                new Problem(
                        401,
                        "sign-in-needed",
                        "Sign in first",
                        "This needs a session, and there is none or it has ended. Sign in and try again.");
            case 403 -> new Problem(403, "forbidden", "Not allowed", "Your session does not allow this.");
            case 404 -> new Problem(404, "not-found", "Not found", "There is nothing at this address. Check the link.");
            case 405 ->
                new Problem(
                        405,
                        "method-not-allowed",
                        "Method not allowed",
                        "This address does not take requests of this method.");
            case 406 ->
                new Problem(
                        406,
                        "not-acceptable",
                        "Not acceptable",
                        "This address cannot answer in a format that the header Accept allows.");
            case 413 ->
                new Problem(
                        413,
                        "too-large",
                        "Too large",
                        "The body is larger than this service takes. Send less at once.");
            case 415 ->
                new Problem(
                        415,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "Send the body as this address expects it, usually with Content-Type: application/json.");
            case 429 -> new Problem(429, "too-many-requests", "Too many requests", "Wait a moment, then try again.");
            case 500 ->
                new Problem(
                        500,
                        "unexpected",
                        "Something went wrong on our side",
                        "The request failed and the fault is recorded. Try again; if it stays, tell the operator the reference.");
            default -> new Problem(status, "refused", "Refused", "The request was refused with status " + status + ".");
        };
    }
}
