package com.iterate.settings.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedHttpTest {

    private final BoundedHttp http = new BoundedHttp(Duration.ofMillis(500), Duration.ofMillis(700), 10);
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/plain", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes());
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[8_192]);
                }
            }
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/plain");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void a_short_answer_comes_whole() {
        assertThat(get("/plain")).isEqualTo(new Reply.Answered(200, "hello"));
    }

    @Test
    void an_endless_answer_is_cut() {
        assertThat(get("/endless")).isInstanceOfSatisfying(Reply.Answered.class, reply -> assertThat(reply.body())
                .hasSize(10));
    }

    @Test
    void a_redirect_is_an_answer_and_not_a_way() {
        assertThat(get("/elsewhere")).isInstanceOfSatisfying(Reply.Answered.class, reply -> assertThat(reply.status())
                .isEqualTo(302));
    }

    @Test
    void a_body_that_stops_coming_is_a_time_out() {
        assertThat(get("/silent")).isEqualTo(new Reply.Failed(Reply.Failure.TIMED_OUT));
    }

    @Test
    void nobody_there_is_a_refusal() {
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThat(send(URI.create("http://127.0.0.1:" + port + "/plain")))
                .isEqualTo(new Reply.Failed(Reply.Failure.REFUSED));
    }

    @Test
    void a_name_that_does_not_exist_is_told_apart() {
        assertThat(send(URI.create("http://rest.no-such-cluster.invalid/")))
                .isEqualTo(new Reply.Failed(Reply.Failure.NO_SUCH_HOST));
    }

    private Reply get(String path) {
        return send(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    private Reply send(URI uri) {
        return http.send(HttpRequest.newBuilder(uri).build());
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
