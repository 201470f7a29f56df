package com.iterate.survey.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A relay that says what a test has it say, by path; what it was not told to say is a 503. */
public final class ARelay implements QuarkusTestResourceLifecycleManager {

    /** Where a test writes what the relay says. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Says {}

    /** Where a test finds the last body that each path got. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Asked {}

    private final Map<String, String> says = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private Optional<HttpServer> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", this::answer);
            http.start();
            server = Optional.of(http);
            return Map.of(
                    "RELAY_SERVICE_URL", "http://127.0.0.1:" + http.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = says.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(says, new TestInjector.AnnotatedAndMatchesType(Says.class, Map.class));
        injector.injectIntoFields(asked, new TestInjector.AnnotatedAndMatchesType(Asked.class, Map.class));
    }

    @Override
    public void stop() {
        server.ifPresent(http -> http.stop(0));
    }
}
