package com.iterate.relay.braze;

import static com.iterate.relay.braze.Answers.attributesOf;
import static com.iterate.relay.braze.Answers.eventOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.SelfSigned;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Rate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrazePlatformTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String KEY = "d9b3f1c2-key";
    private static final TrackObject ANA = attributesOf("ana", "csat", 9);

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final ScriptedServer braze = new ScriptedServer(VERTX, new HttpServerOptions());
    private Limits config = new Limits(List.of(braze.origin()));
    private AddressBook.Names names = host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};

    @AfterEach
    void stopServer() {
        braze.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_request_carries_what_braze_asks_for_and_nothing_more() {
        // when
        Reply reply = track(braze.origin(), ANA, eventOf("ana", Answers.value(9)));
        // then
        assertThat(reply).isEqualTo(new Reply.Answered(List.of(new Outcome.Accepted(), new Outcome.Accepted())));
        ScriptedServer.Seen request = braze.seen().get(0);
        assertThat(request.path()).isEqualTo("/users/track");
        assertThat(request.headers())
                .containsEntry("Authorization", "Bearer " + KEY)
                .containsEntry("Content-Type", "application/json")
                .containsEntry("User-Agent", "iterate-relay/test")
                .containsEntry("Host", "braze.test:" + braze.port())
                .containsOnlyKeys("Authorization", "Content-Type", "User-Agent", "Host", "Content-Length");
        assertThat(request.body())
                .startsWith("{\"attributes\":[{\"braze_id\":\"ana\"")
                .contains("\"events\":[{");
    }

    @Test
    void an_endpoint_with_a_trailing_slash_does_not_double_it() {
        // when
        track(URI.create(braze.origin() + "/"), ANA);
        // then
        assertThat(braze.seen().get(0).path()).isEqualTo("/users/track");
    }

    @Test
    void a_connection_is_used_again() {
        // given
        BrazePlatform platform = platform();
        // when
        IntStream.range(0, 3).forEach(i -> track(platform, braze.origin(), ANA));
        // then
        assertThat(braze.seen().stream().map(ScriptedServer.Seen::connection).distinct())
                .hasSize(1);
    }

    @Test
    void the_reply_arrives_on_the_context_that_asked() throws Exception {
        // given
        BrazePlatform platform = platform();
        Context caller = VERTX.getOrCreateContext();
        CompletableFuture<Thread> asked = new CompletableFuture<>();
        CompletableFuture<Thread> answered = new CompletableFuture<>();
        // when
        caller.runOnContext(now -> {
            asked.complete(Thread.currentThread());
            platform.track(connection(braze.origin()), List.of(ANA))
                    .thenAccept(reply -> answered.complete(Thread.currentThread()));
        });
        // then
        assertThat(answered.get(20, TimeUnit.SECONDS)).isSameAs(asked.get());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"message":"Valid data must be provided in the 'attributes', 'events', or 'purchases' fields."} | true
            201 | {"message":"success"}                                                                           | true
            401 | {"message":"Invalid API Key"}                                                                   | false
            403 | {"message":"Access Denied"}                                                                     | false
            400 | {"message":"Error while parsing request body."}                                                 | false
            429 | {"message":"Rate limited"}                                                                      | false
            500 | {"message":"Internal error"}                                                                    | false
            200 | <html>success</html>                                                                            | false
            """)
    void a_key_is_accepted_when_braze_has_no_other_complaint_than_that_there_is_nothing_to_write(
            int status, String body, boolean accepted) {
        // given
        braze.thenAnswers(status, body);
        // when
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        KeyCheck keys = new KeyCheck(platform());
        VERTX.getOrCreateContext()
                .runOnContext(now -> keys.isAccepted(connection(braze.origin())).thenAccept(answer::complete));
        // then
        assertThat(answer.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(accepted);
        assertThat(braze.seen()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/users/track");
            assertThat(request.body()).isEqualTo("{\"attributes\":[]}");
        });
    }

    @Test
    void a_batch_whose_objects_are_all_refused_here_makes_no_call() {
        // when
        Reply reply = track(braze.origin(), attributesOf("ana", "email", "a@example.com"));
        // then
        assertThat(((Reply.Answered) reply).outcomes()).hasOnlyElementsOfType(Outcome.Rejected.class);
        assertThat(braze.seen()).isEmpty();
    }

    @Test
    void one_object_refused_here_does_not_keep_the_others_from_braze() {
        // when
        Reply reply = track(braze.origin(), attributesOf("ana", "email", "a@example.com"), attributesOf("bob", "n", 1));
        // then
        assertThat(((Reply.Answered) reply).outcomes().get(0)).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Reply.Answered) reply).outcomes().get(1)).isEqualTo(new Outcome.Accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_not_followed_and_the_key_goes_nowhere_else(int status) {
        // given
        try (ScriptedServer elsewhere = new ScriptedServer(VERTX, new HttpServerOptions())) {
            braze.then(request -> request.response()
                    .setStatusCode(status)
                    .putHeader("Location", "http://127.0.0.1:" + elsewhere.port() + "/users/track")
                    .end());
            // when
            Reply reply = track(braze.origin(), ANA);
            // then
            assertThat(reply).isInstanceOf(Reply.Misconfigured.class);
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void a_rate_limit_header_is_read_whatever_its_case() {
        // given
        braze.then(request -> request.response()
                .setStatusCode(429)
                .putHeader("x-ratelimit-retry-after", "17")
                .end());
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(reply).isEqualTo(new Reply.RateLimited(Duration.ofSeconds(17)));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void an_outage_may_have_taken_the_request(int status) {
        // given
        braze.thenAnswers(status, "<html>oops</html>");
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(reply).isEqualTo(new Reply.Failed(status, "HTTP " + status, Reply.Reached.MAYBE));
    }

    @Test
    void a_braze_that_never_answers_is_a_time_out_that_may_have_reached_it() {
        // given
        config = config.withRequestTimeout(Duration.ofMillis(300));
        braze.then(request -> {});
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(((Reply.Failed) reply).reached()).isEqualTo(Reply.Reached.MAYBE);
    }

    @Test
    void a_body_that_never_ends_is_a_time_out_as_well() {
        // given
        config = config.withRequestTimeout(Duration.ofMillis(300));
        braze.then(request ->
                request.response().setChunked(true).setStatusCode(201).write("{\"message\":\"success\""));
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(((Reply.Failed) reply).reached()).isEqualTo(Reply.Reached.MAYBE);
    }

    @Test
    void a_success_that_is_longer_than_braze_ever_writes_is_not_believed() {
        // given
        braze.thenAnswers(201, "{\"message\":\"success\",\"more\":\"" + "x".repeat(5000) + "\"}");
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(((Reply.Failed) reply).why()).contains("4096 bytes");
    }

    @Test
    void a_connection_that_breaks_after_sending_may_have_reached_braze() {
        // given
        braze.then(request -> request.connection().close());
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(reply).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
            assertThat(failed.status()).isZero();
            assertThat(failed.reached()).isEqualTo(Reply.Reached.MAYBE);
        });
    }

    @Test
    void a_body_that_breaks_off_is_no_success() {
        // given
        braze.then(request -> {
            request.response()
                    .putHeader("Content-Length", "1000")
                    .setStatusCode(201)
                    .write("{\"message\":\"success\"}");
            request.connection().close();
        });
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(((Reply.Failed) reply).reached()).isEqualTo(Reply.Reached.MAYBE);
    }

    @Test
    void a_refused_connection_has_reached_nobody() throws IOException {
        // given
        URI closed = URI.create("http://braze.test:" + freePort());
        config = new Limits(List.of(closed));
        // when
        Reply reply = track(closed, ANA);
        // then
        assertThat(((Reply.Failed) reply).reached()).isEqualTo(Reply.Reached.NO);
    }

    @Test
    void an_unknown_name_is_tried_again_and_never_a_verdict() {
        // given
        names = host -> {
            throw new UnknownHostException(host);
        };
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(reply)
                .isEqualTo(new Reply.Failed(0, "the REST endpoint's name is not known (DNS)", Reply.Reached.NO));
    }

    @Test
    void a_name_server_that_hangs_is_a_time_out_that_reached_nobody() {
        // given
        config = config.withRequestTimeout(Duration.ofMillis(300));
        CompletableFuture<InetAddress[]> never = new CompletableFuture<>();
        names = host -> never.join();
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        never.complete(new InetAddress[0]);
        assertThat(((Reply.Failed) reply).reached()).isEqualTo(Reply.Reached.NO);
    }

    @Test
    void the_next_address_is_tried_after_one_that_refuses() throws IOException {
        // given
        names = host -> new InetAddress[] {InetAddress.getByName("127.0.0.9"), InetAddress.getByName("127.0.0.1")};
        BrazePlatform platform = platform();
        // when
        Reply first = track(platform, braze.origin(), ANA);
        Reply second = track(platform, braze.origin(), ANA);
        // then
        assertThat(first).isInstanceOf(Reply.Failed.class);
        assertThat(second).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void an_address_is_looked_up_once_and_then_kept() {
        // given
        AtomicInteger lookups = new AtomicInteger();
        names = host -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        };
        BrazePlatform platform = platform();
        // when
        IntStream.range(0, 3).forEach(i -> track(platform, braze.origin(), ANA));
        // then
        assertThat(lookups).hasValue(1);
    }

    @Test
    void a_braze_host_that_leads_to_a_private_address_is_not_called() {
        // given
        names = host -> new InetAddress[] {InetAddress.getByName("104.17.227.60"), InetAddress.getByName("10.0.0.7")};
        // when
        Reply reply = track(URI.create("https://rest.iad-01.braze.com"), ANA);
        // then
        assertThat(((Reply.Misconfigured) reply).why()).contains("private address");
    }

    @Test
    void an_endpoint_that_is_not_allowed_is_not_even_looked_up() {
        // given
        AtomicInteger lookups = new AtomicInteger();
        names = host -> {
            lookups.incrementAndGet();
            return new InetAddress[0];
        };
        // when
        Reply reply = track(URI.create("https://evil.example"), ANA);
        // then
        assertThat(((Reply.Misconfigured) reply).why()).contains("BRAZE_ALLOWED_ORIGINS");
        assertThat(lookups).hasValue(0);
    }

    @Test
    void something_that_does_not_speak_http_is_a_failure() {
        // given
        NetServer gibberish = VERTX.createNetServer()
                .connectHandler(socket -> socket.handler(any -> socket.write("220 smtp.example ESMTP\r\n")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        URI origin = URI.create("http://braze.test:" + gibberish.actualPort());
        config = new Limits(List.of(origin));
        // when
        Reply reply = track(origin, ANA);
        // then
        gibberish.close();
        assertThat(((Reply.Failed) reply).reached()).isEqualTo(Reply.Reached.MAYBE);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_gets_no_key(@TempDir Path dir) throws Exception {
        // given
        SelfSigned store = SelfSigned.in(dir, "braze.test");
        try (ScriptedServer impostor = tls(store)) {
            config = new Limits(List.of(impostor.origin()));
            // when
            Reply reply = track(impostor.origin(), ANA);
            // then
            assertThat(reply)
                    .isEqualTo(new Reply.Failed(0, "no trusted TLS connection to the REST endpoint", Reply.Reached.NO));
            assertThat(impostor.seen()).isEmpty();
        }
    }

    @Test
    void a_trusted_certificate_must_name_the_host_although_its_address_is_pinned(@TempDir Path dir) throws Exception {
        // given
        SelfSigned right = SelfSigned.in(dir, "braze.test");
        SelfSigned wrong = SelfSigned.in(dir, "other.test");
        try (ScriptedServer named = tls(right);
                ScriptedServer misnamed = tls(wrong)) {
            config = new Limits(List.of(named.origin(), misnamed.origin()));
            // when
            Reply byName = track(platform(trusting(right)), named.origin(), ANA);
            Reply byOtherName = track(platform(trusting(wrong)), misnamed.origin(), ANA);
            // then
            assertThat(byName).isInstanceOf(Reply.Answered.class);
            assertThat(((Reply.Failed) byOtherName).reached()).isEqualTo(Reply.Reached.NO);
            assertThat(misnamed.seen()).isEmpty();
        }
    }

    @Test
    void answers_that_had_to_be_cut_are_counted_where_an_operator_sees_it() {
        // when
        track(braze.origin(), attributesOf("ana", "why", "x".repeat(256)));
        // then
        assertThat(metrics.get("relay.braze.answers.cut").counter().count()).isEqualTo(1);
    }

    @Test
    void the_key_is_in_no_text_that_anything_here_prints() {
        // given
        braze.thenAnswers(401, "{\"message\":\"Invalid API key: " + KEY + "\"}");
        // when
        Reply reply = track(braze.origin(), ANA);
        // then
        assertThat(reply.toString() + connection(braze.origin())).doesNotContain(KEY);
    }

    private Reply track(URI endpoint, TrackObject... objects) {
        return track(platform(), endpoint, objects);
    }

    private static Reply track(BrazePlatform platform, URI endpoint, TrackObject... objects) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        VERTX.getOrCreateContext().runOnContext(now -> platform.track(connection(endpoint), List.of(objects))
                .thenAccept(reply::complete));
        return reply.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private BrazePlatform platform() {
        return platform(BrazePlatform.options(config));
    }

    private BrazePlatform platform(HttpClientOptions options) {
        return new BrazePlatform(VERTX, config, metrics, names, options);
    }

    private HttpClientOptions trusting(SelfSigned certificate) {
        return BrazePlatform.options(config)
                .setTrustOptions(new PemTrustOptions()
                        .addCertPath(certificate.certificate().toString()));
    }

    private static ScriptedServer tls(SelfSigned certificate) {
        return new ScriptedServer(
                VERTX,
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(certificate.certificate().toString())
                                .setKeyPath(certificate.key().toString())));
    }

    private static Connection connection(URI endpoint) {
        return new Connection("acme", 1, endpoint, new ApiKey(KEY), Rate.OF_BRAZE, Optional.empty());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Small limits, so that a test reaches them. */
    private record Limits(List<URI> origins, Duration requestTimeout) implements BrazeConfig {

        Limits(List<URI> origins) {
            this(origins, Duration.ofSeconds(10));
        }

        Limits withRequestTimeout(Duration shorter) {
            return new Limits(origins, shorter);
        }

        @Override
        public Optional<List<URI>> allowedOrigins() {
            return Optional.of(origins);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration keepAlive() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int connectionsPerHost() {
            return 4;
        }

        @Override
        public int waitingPerHost() {
            return 16;
        }

        @Override
        public int replyBytes() {
            return 4096;
        }

        @Override
        public Duration addressesKept() {
            return Duration.ofSeconds(30);
        }

        @Override
        public String userAgent() {
            return "iterate-relay/test";
        }
    }
}
