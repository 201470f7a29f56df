package com.iterate.settings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Braze and the relay as far as settings-service calls them. What they answer is told by the key and by the company's name. */
final class Neighbours {

    private final List<HttpServer> running = new ArrayList<>();

    void start() throws IOException {
        for (int i = 0; i < 3; i++) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/users/track", Neighbours::track);
            server.createContext("/api/lanes", Neighbours::lanes);
            server.start();
            running.add(server);
        }
    }

    void stop() {
        running.forEach(server -> server.stop(0));
    }

    String braze() {
        return url(0);
    }

    String otherBraze() {
        return url(1);
    }

    String relay() {
        return url(2);
    }

    private String url(int index) {
        return "http://127.0.0.1:" + running.get(index).getAddress().getPort();
    }

    private static void track(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!body.equals("{\"attributes\":[]}")) {
            answer(exchange, 500, "{\"message\":\"a test must not write anything\"}");
        } else if (key.startsWith("Bearer good-")) {
            answer(
                    exchange,
                    400,
                    "{\"message\":\"Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.\"}");
        } else {
            answer(exchange, 401, "{\"message\":\"Invalid API key: " + key + "\"}");
        }
    }

    private static void lanes(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (query.contains("relay-away") || token == null || !token.startsWith("Bearer ey")) {
            answer(exchange, 503, "{}");
        } else if (query.contains("two-waiting")) {
            answer(exchange, 200, "{\"lanes\":[{\"company\":\"two-waiting\",\"state\":\"WAITING\",\"waiting\":2}]}");
        } else {
            answer(exchange, 200, "{\"lanes\":[]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
