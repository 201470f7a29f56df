package com.iterate.sandbox.braze;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The page on which profiles change while one looks. */
final class Page {

    private static final Map<String, String> TYPES = Map.of(
            "/", "text/html; charset=utf-8",
            "/page.css", "text/css; charset=utf-8",
            "/page.js", "text/javascript; charset=utf-8");

    private final Map<String, Buffer> files;

    private Page(Map<String, Buffer> files) {
        this.files = Map.copyOf(files);
    }

    static Page load() {
        Map<String, Buffer> files = new HashMap<>();
        TYPES.keySet().forEach(path -> files.put(path, read(path.equals("/") ? "/page.html" : path)));
        return new Page(files);
    }

    void handle(HttpServerRequest request) {
        String path = request.path();
        Buffer file = files.get(path);
        if (file == null) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain")
                    .end("Not Found");
            return;
        }
        request.response()
                .putHeader("Content-Type", TYPES.getOrDefault(path, "text/plain"))
                .putHeader("Cache-Control", "no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'")
                .end(file);
    }

    private static Buffer read(String name) {
        try (InputStream in = Page.class.getResourceAsStream("/braze" + name)) {
            if (in == null) {
                throw new IllegalStateException("/braze" + name + " is missing from the jar");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
