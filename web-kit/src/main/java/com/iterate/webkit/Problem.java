package com.iterate.webkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ends a request with RFC 9457 problem details, or a readable page where a browser asked. */
public class Problem extends RuntimeException {

    static final String REFERENCE = "reference";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final String detail;
    private final transient Map<String, Object> members;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param type   what a client may switch on, such as {@code answers-waiting}
     * @param title  what happened, the same for every occurrence of the type
     * @param detail why, and what to do; never an API key, an answer or a respondent's id
     */
    public Problem(int status, String type, String title, String detail) {
        this(status, type, title, detail, Map.of(), Optional.empty());
    }

    private Problem(
            int status,
            String type,
            String title,
            String detail,
            Map<String, Object> members,
            Optional<Duration> retryAfter) {
        // No stack trace: a problem is an answer, not a fault of ours.
        super(title + ": " + detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    /** A thing that does not exist, or that this visitor must not know of. */
    public static Problem notFound(String what) {
        return new Problem(
                404, "not-found", "Not found", "There is no such " + what + ", or you have no access to it.");
    }

    /** The same problem with an extension member. */
    public Problem with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(key, value);
        return new Problem(status, type, title, detail, more, retryAfter);
    }

    /** The same problem with the header {@code Retry-After}. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, type, title, detail, members, Optional.of(wait));
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    /** What the operator looks for in the log; empty text for a problem that is not a fault of ours. */
    public String reference() {
        return members.getOrDefault(REFERENCE, "").toString();
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The members of the JSON object, in the order in which people read them. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.putAll(members);
        return body;
    }
}
