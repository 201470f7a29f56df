package com.iterate.relay.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.iterate.contracts.SettingsChanged;
import com.iterate.contracts.SettingsCodec;
import com.iterate.contracts.Topic;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.SETTINGS.name(), 0);

    @TempDir
    private Path dir;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<HttpServerRequest>> script = new ConcurrentLinkedQueue<>();
    private final Queue<MockConsumer<byte[], byte[]>> kafka = new ArrayDeque<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private EllipticCurveJsonWebKey key;
    private HttpServer settingsService;
    private Credentials credentials;

    @BeforeEach
    void startSettingsService() throws JoseException, IOException {
        key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("relay-1");
        Files.writeString(keysFile(), new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        settingsService = vertx.createHttpServer()
                .requestHandler(request -> {
                    bearers.add(request.getHeader("Authorization"));
                    paths.add(request.path());
                    script.remove().accept(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        credentials = new Credentials(
                vertx,
                new TestConfig(
                        URI.create("http://127.0.0.1:" + settingsService.actualPort()),
                        Optional.empty(),
                        keysFile(),
                        Duration.ofMillis(500),
                        100),
                this::nextConsumer);
        credentials.onChange(
                (company, lookup) -> told.add(company + " " + lookup.getClass().getSimpleName()));
    }

    @AfterEach
    void stop() {
        credentials.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_relay_proves_itself_for_one_company_and_one_minute() throws InvalidJwtException, Exception {
        // given
        thenConnected(7);
        // when
        Lookup lookup = ask("acme");
        // then
        assertThat(lookup).isInstanceOf(Lookup.Connected.class);
        assertThat(paths).containsExactly("/internal/companies/acme/braze");
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(key.getPublicKey())
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256")
                .setExpectedIssuer("relay-service")
                .setExpectedAudience("settings-service")
                .setRequireSubject()
                .build()
                .processToClaims(bearers.get(0).substring("Bearer ".length()));
        assertThat(claims.getStringClaimValue("company")).isEqualTo("acme");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(60);
    }

    @Test
    void an_answer_comes_on_the_context_that_asked() throws Exception {
        // given
        thenConnected(7);
        CompletableFuture<Thread> asked = new CompletableFuture<>();
        CompletableFuture<Thread> answered = new CompletableFuture<>();
        // when
        vertx.getOrCreateContext().runOnContext(now -> {
            asked.complete(Thread.currentThread());
            credentials.of("acme").thenAccept(lookup -> answered.complete(Thread.currentThread()));
        });
        // then
        assertThat(answered.get(20, TimeUnit.SECONDS)).isSameAs(asked.get());
    }

    @Test
    void an_announcement_wakes_whoever_waits() {
        // given
        MockConsumer<byte[], byte[]> consumer = aConsumer();
        kafka.add(consumer);
        credentials.start();
        await().until(() -> consumer.assignment().contains(PARTITION));
        thenAnswers(200, "{\"companyId\":\"acme\",\"version\":6,\"state\":\"NOT_CONNECTED\"}");
        ask("acme");
        thenConnected(7);
        // when
        announce(consumer, 0, new byte[] {1, 2, 3});
        announce(consumer, 1, SettingsCodec.encode(new SettingsChanged("acme", 7)));
        // then
        await().untilAsserted(() -> assertThat(told).containsExactly("acme Connected"));
    }

    @Test
    void the_reader_of_announcements_survives_trouble_with_kafka() {
        // given
        MockConsumer<byte[], byte[]> broken = aConsumer();
        broken.setPollException(new KafkaException("trouble"));
        MockConsumer<byte[], byte[]> healthy = aConsumer();
        kafka.add(broken);
        kafka.add(healthy);
        // when
        credentials.start();
        // then
        await().until(() -> healthy.assignment().contains(PARTITION));
        assertThat(broken.closed()).isTrue();
    }

    @Test
    void a_settings_service_that_hangs_or_floods_is_unavailable() {
        // given
        script.add(request -> {});
        thenAnswers(200, "x".repeat(20_000));
        // when
        Lookup hanging = ask("acme");
        Lookup flooding = ask("globex");
        // then
        assertThat(hanging).isInstanceOf(Lookup.Unavailable.class);
        assertThat(flooding).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void a_settings_service_that_is_away_is_unavailable() {
        // given
        settingsService.close().toCompletionStage().toCompletableFuture().join();
        // when
        Lookup lookup = ask("acme");
        // then
        assertThat(lookup).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void a_key_file_that_cannot_be_used_stops_the_start_and_is_not_quoted() throws IOException {
        // given
        Path broken = Files.writeString(dir.resolve("broken.json"), "{\"keys\":[{\"kty\":\"EC\",\"d\":\"s3cret\"}]}");
        // then
        assertThatThrownBy(() -> RelayToken.signedWith(broken))
                .hasMessageContaining("RELAY_KEYS_FILE")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
        assertThatThrownBy(() -> RelayToken.signedWith(dir.resolve("absent.json")))
                .hasMessageContaining("cannot be read");
    }

    private Lookup ask(String companyId) {
        return credentials
                .of(companyId)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private void thenConnected(long version) {
        thenAnswers(
                200,
                "{\"companyId\":\"acme\",\"version\":" + version + ",\"state\":\"CONNECTED\","
                        + "\"endpoint\":\"https://rest.iad-01.braze.com\",\"apiKey\":\"s3cret\"}");
    }

    private void thenAnswers(int status, String body) {
        script.add(request -> request.response().setStatusCode(status).end(body));
    }

    private synchronized MockConsumer<byte[], byte[]> nextConsumer() {
        return kafka.isEmpty() ? aConsumer() : kafka.remove();
    }

    private static MockConsumer<byte[], byte[]> aConsumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, null, null, null)));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }

    private static void announce(MockConsumer<byte[], byte[]> consumer, long offset, byte[] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, new byte[0], value)));
    }

    private Path keysFile() {
        return dir.resolve("relay-keys.json");
    }
}
