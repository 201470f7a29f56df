package com.iterate.sandbox.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without JavaScript: keeps cookies, follows redirects, posts forms. */
public final class Browser {

    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    /** Browsers stop at about 20. */
    private static final int REDIRECTS = 20;

    /** By name; one origin only, so neither domain nor path matter. Browsers take Secure cookies on localhost. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final Map<String, String> additions = new LinkedHashMap<>();

    /** With every request from now on, as a proxy or a plug-in of a browser adds it. */
    public void adds(String header, String value) {
        additions.put(header, value);
    }

    public Answer open(URI link) {
        return follow(Api.exchange(request(link).GET().build()));
    }

    public Answer submit(HtmlForm form) {
        return follow(post(form));
    }

    /** Without following: what the form's target itself said. */
    public Answer post(HtmlForm form) {
        return Api.exchange(request(form.target())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Origin",
                        form.target().getScheme() + "://" + form.target().getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
                .build());
    }

    public Answer follow(Answer first) {
        Answer answer = first;
        keepCookies(answer);
        for (int hops = 0; answer.status() / 100 == 3 && hops < REDIRECTS; hops++) {
            URI next = answer.uri().resolve(answer.header("Location").orElseThrow());
            answer = Api.exchange(request(next).GET().build());
            keepCookies(answer);
        }
        return answer;
    }

    public boolean has(String cookie) {
        return !cookies.getOrDefault(cookie, "").isEmpty();
    }

    private HttpRequest.Builder request(URI link) {
        HttpRequest.Builder request = HttpRequest.newBuilder(link)
                .timeout(TIME_OUT)
                .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        additions.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void keepCookies(Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            String pair = header.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
    }
}
