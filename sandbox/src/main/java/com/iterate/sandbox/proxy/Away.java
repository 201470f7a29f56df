package com.iterate.sandbox.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;

/** Says that a service is away, so that a page keeps what was typed and a program tries again. */
final class Away implements ProxyInterceptor {

    /** A service of the sandbox is back in three to seven seconds. */
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(gone -> Future.succeededFuture(unavailable(context)));
    }

    private static ProxyResponse unavailable(ProxyContext context) {
        Target target = context.get(Target.class.getName(), Target.class);
        String accept =
                Optional.ofNullable(context.request().headers().get("Accept")).orElse("");
        ProxyResponse response = context.request().release().response();
        boolean browser = accept.contains("text/html");
        return response.setStatusCode(503)
                .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", browser ? "text/html; charset=utf-8" : "application/problem+json")
                .setBody(Body.body(Buffer.buffer(browser ? page(target) : problem(target))));
    }

    private static String problem(Target target) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", "Service unavailable")
                .put("status", 503)
                .put("detail", target.service() + " does not answer at the moment. Try again in 5 seconds.")
                .encode();
    }

    private static String page(Target target) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Back in a moment</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><main><h1>Back in a moment</h1>
                <p>%s does not answer at the moment. Wait some seconds and load this page again; nothing that was
                accepted before is lost.</p></main></body></html>
                """.formatted(target.service());
    }
}
