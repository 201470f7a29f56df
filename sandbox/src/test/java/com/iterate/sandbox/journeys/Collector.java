package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the services' spans go: OTLP over gRPC, as any collector takes it, and nothing else of either. */
final class Collector {

    private static final String EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    /** Before a gRPC message: a byte that says whether it is compressed, and its length in four. */
    private static final int PREFIX = 5;

    private final Queue<byte[]> exports = new ConcurrentLinkedQueue<>();
    private final int port;

    private Collector(Vertx vertx) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> take(request, body)))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        this.port = server.actualPort();
    }

    static Collector listening() {
        return new Collector(Vertx.vertx());
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** @param names {@code service: span}, each the parent of the next */
    void eventuallyFollows(String trace, String... names) {
        patiently(() -> assertThat(spans(trace))
                .anySatisfy(last -> assertThat(wayTo(last, spans(trace))).endsWith(names)));
    }

    /** All that was ever told it, as text where it is text. */
    String everything() {
        return exports.stream()
                .map(export -> new String(export, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private List<SeenSpan> spans(String trace) {
        return exports.stream()
                .flatMap(export -> SeenSpan.in(export).stream())
                .filter(span -> span.trace().equals(trace))
                .toList();
    }

    private static List<String> wayTo(SeenSpan span, List<SeenSpan> spans) {
        List<String> way = spans.stream()
                .filter(other -> other.id().equals(span.parent()))
                .findFirst()
                .map(parent -> wayTo(parent, spans))
                .orElse(List.of());
        return Stream.concat(way.stream(), Stream.of(span.name())).toList();
    }

    private void take(HttpServerRequest request, Buffer body) {
        if (!request.path().equals(EXPORT)) {
            // Metrics and logs go elsewhere, if anywhere.
            request.response().putHeader("content-type", "application/grpc").putTrailer("grpc-status", "12");
            request.response().end();
            return;
        }
        exports.add(body.getBytes(PREFIX, body.length()));
        request.response()
                .putHeader("content-type", "application/grpc")
                .putTrailer("grpc-status", "0")
                .end(Buffer.buffer(new byte[PREFIX]));
    }
}
