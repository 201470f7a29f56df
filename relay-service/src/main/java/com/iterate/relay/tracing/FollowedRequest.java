package com.iterate.relay.tracing;

import com.iterate.relay.braze.Reply;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;

/** A request to Braze in which somebody's answer is followed. */
public final class FollowedRequest {

    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    /** Nobody's answer: ending it does nothing. */
    public static final FollowedRequest NONE = new FollowedRequest(Span.getInvalid());

    private final Span span;

    FollowedRequest(Span span) {
        this.span = span;
    }

    /** Says how Braze answered, by status alone: its texts may quote what it was sent. */
    public void ended(Reply reply, Instant now) {
        if (!span.isRecording()) {
            return;
        }
        if (reply instanceof Reply.TooMuch refused) {
            failed("refused", refused.status());
        } else if (reply instanceof Reply.RateLimited) {
            failed("rate limited", 429);
        } else if (reply instanceof Reply.Failed failed) {
            failed("failed", failed.status());
        } else if (reply instanceof Reply.Misconfigured misconfigured) {
            failed("misconfigured", misconfigured.status());
        }
        span.end(now);
    }

    private void failed(String how, int status) {
        span.setStatus(StatusCode.ERROR, how);
        if (status > 0) {
            span.setAttribute(STATUS, (long) status);
        }
    }
}
