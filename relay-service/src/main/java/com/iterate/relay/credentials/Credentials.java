package com.iterate.relay.credentials;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** The Braze connections of all companies, as fresh as settings-service's announcements. */
@Singleton
public final class Credentials {

    private static final Logger LOG = Logger.getLogger(Credentials.class);

    /** Fine enough for the shortest back-off, and nothing for a CPU. */
    private static final long TICK_MILLIS = 500;

    private static final Lookup NOT_YET = new Lookup.Unavailable("not known at once");

    private final Vertx vertx;
    private final Context context;
    private final SettingsClient client;
    private final ConnectionCache cache;
    private final Announcements announcements;

    /** Only on {@link #context}. */
    private boolean reachable = true;

    @Inject
    Credentials(Vertx vertx, CredentialsConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this(vertx, config, () -> consumer(kafka));
    }

    Credentials(Vertx vertx, CredentialsConfig config, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = new SettingsClient(vertx, config, RelayToken.signedWith(config.relayKeysFile()));
        this.cache = new ConnectionCache(config, this::ask, InstantSource.system(), () -> ThreadLocalRandom.current()
                .nextDouble());
        this.announcements = new Announcements(consumers, cache::announced);
    }

    /** Observing the start also makes a missing key file stop it. */
    void start(@Observes StartupEvent starting) {
        start();
    }

    void start() {
        announcements.start();
        context.runOnContext(now -> vertx.setPeriodic(TICK_MILLIS, tick -> cache.refresh()));
    }

    /**
     * The company's connection: at once where it is known, else on the caller's Vert.x context when settings-service has
     * answered or failed to. Never fails. A company that nobody asks about for an hour is forgotten, and its changes go
     * unnoticed: whoever waits for a change asks now and then.
     */
    public CompletionStage<Lookup> of(String companyId) {
        CompletionStage<Lookup> lookup = cache.of(companyId);
        if (lookup.toCompletableFuture().isDone()) {
            return lookup;
        }
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<Lookup> onCaller = new CompletableFuture<>();
        lookup.thenAccept(found -> caller.runOnContext(now -> onCaller.complete(found)));
        return onCaller;
    }

    /**
     * What the company's connection allows, as far as it is known at this moment: nobody waits for settings-service to see a
     * page. It is asked for, so that a look that comes again a moment later knows it.
     */
    public Optional<Rate> rateKnownOf(String companyId) {
        return of(companyId).toCompletableFuture().getNow(NOT_YET) instanceof Lookup.Connected connected
                ? Optional.of(connected.connection().rate())
                : Optional.empty();
    }

    /**
     * Told company and state whenever a company's connection or its version changes, also from and to
     * {@link Lookup.Unavailable}. Called on a thread of ours: hop to your own context, and return at once.
     */
    public void onChange(BiConsumer<String, Lookup> listener) {
        cache.listen(listener);
    }

    private CompletionStage<Lookup> ask(String companyId) {
        Promise<Lookup> answer = Promise.promise();
        context.runOnContext(now -> client.ask(companyId).thenAccept(found -> {
            tellOperator(found);
            answer.complete(found);
        }));
        return answer.future().toCompletionStage();
    }

    /** Once when it goes and once when it comes back: companies that are known are served on meanwhile. */
    private void tellOperator(Lookup found) {
        if (found instanceof Lookup.Unavailable unavailable) {
            if (reachable) {
                LOG.warnf("No Braze connections from settings-service: %s. Known ones stay in use.", unavailable.why());
            }
            reachable = false;
        } else if (!reachable) {
            LOG.info("settings-service gives Braze connections again.");
            reachable = true;
        }
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "relay-settings-announcements");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @PreDestroy
    void close() {
        announcements.close();
        client.close();
    }
}
