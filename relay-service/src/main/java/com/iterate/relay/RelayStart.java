package com.iterate.relay;

import static com.iterate.startup.Reading.duration;
import static com.iterate.startup.Reading.fixed;
import static com.iterate.startup.Reading.number;
import static com.iterate.startup.Rule.atMost;
import static com.iterate.startup.Rule.below;

import com.iterate.contracts.Topic;
import com.iterate.relay.braze.BrazeConfig;
import com.iterate.relay.credentials.CredentialsConfig;
import com.iterate.relay.deliveries.DeliveriesConfig;
import com.iterate.relay.erasures.ErasuresConfig;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.guard.GuardConfig;
import com.iterate.relay.health.HealthConfig;
import com.iterate.relay.intake.IntakeConfig;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.projection.ProjectionConfig;
import com.iterate.relay.replay.ReplayConfig;
import com.iterate.startup.LogFormat;
import com.iterate.startup.Reading;
import com.iterate.startup.Rule;
import com.iterate.startup.StartCheck;
import com.iterate.startup.Variable;
import com.iterate.startup.access.KafkaNeeds;
import com.iterate.webkit.WebKitConfig;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the relay must be told, and what must hold between its settings for its promises to hold. */
final class RelayStart {

    private static final Reading<Duration> SESSION = duration("relay.intake.session-timeout");

    private static final Reading<Duration> RETENTION =
            fixed("the time that the topic keeps an answer", kept(Topic.RESPONSES));

    private static final Reading<Duration> DEAD_LETTERS_RETENTION =
            fixed("the time that the topic keeps a dead letter", kept(Topic.DEAD_LETTERS));

    static final StartCheck CHECK = new StartCheck(
                    "relay-service",
                    List.of(
                            Variable.required(
                                    "PUBLIC_URL",
                                    "the one origin that browsers use, such as https://surveys.example.com"),
                            Variable.required(
                                    "SETTINGS_SERVICE_URL", "settings-service, such as https://settings:8081"),
                            Variable.neverEmpty(
                                    "SETTINGS_INTERNAL_URL",
                                    "where settings-service answers /internal, such as https://settings:8444"),
                            Variable.optionalFile(
                                    "INTERNAL_CA_FILE",
                                    "PEM, the authority that signed settings-service's internal certificate"),
                            Variable.required(
                                    "DATABASE_URL",
                                    "the relay's PostgreSQL, such as jdbc:postgresql://postgres:5432/relay"),
                            Variable.required("DATABASE_USERNAME", "the role that owns this database"),
                            Variable.requiredOrFile("DATABASE_PASSWORD", "its password"),
                            Variable.requiredFile(
                                    "RELAY_KEYS_FILE", "a JWKS file with the private EC P-256 key of the relay"),
                            Variable.requiredFile(
                                    "ERASURE_KEYS_FILE",
                                    "lines of base64, keys of 32 bytes or more that hash the ids of erased people"),
                            Variable.optional("BRAZE_ALLOWED_ORIGINS"),
                            Variable.neverEmpty(
                                    "OTEL_EXPORTER_OTLP_ENDPOINT", "where spans go, such as http://collector:4317")),
                    List.of(
                            WebKitConfig.class,
                            IntakeConfig.class,
                            LanesConfig.class,
                            GapsConfig.class,
                            BrazeConfig.class,
                            CredentialsConfig.class,
                            DeliveriesConfig.class,
                            ErasuresConfig.class,
                            HealthConfig.class,
                            ProjectionConfig.class,
                            GuardConfig.class,
                            ReplayConfig.class),
                    // Without it batches do not wait to fill.
                    Set.of("relay.lanes.linger"),
                    rules())
            .and(KafkaNeeds.ALL)
            .and(LogFormat.NEEDS);

    private RelayStart() {}

    private static Duration kept(Topic topic) {
        return Duration.ofMillis(Long.parseLong(topic.config().getOrDefault("retention.ms", "0")));
    }

    private static Optional<String> authorityIsNotUsed(SmallRyeConfig config) {
        CredentialsConfig credentials = config.getConfigMapping(CredentialsConfig.class);
        return credentials.internalCaFile().isPresent()
                        && !"https".equals(credentials.settingsInternalUrl().getScheme())
                ? Optional.of("INTERNAL_CA_FILE is set and SETTINGS_INTERNAL_URL (" + credentials.settingsInternalUrl()
                        + ") is not https: keys of all companies would travel in the open")
                : Optional.empty();
    }

    private static List<Rule> rules() {
        return List.of(
                RelayStart::authorityIsNotUsed,
                atMost(
                        number("relay.lanes.objects-per-request"),
                        fixed("Braze's limit of 75", 75L),
                        "Braze would refuse every full request"),
                below(
                        number("relay.lanes.bytes-per-request"),
                        fixed("Braze's limit of 4000000", 4_000_000L),
                        "Braze would refuse every full request"),
                atMost(
                        number("relay.lanes.requests-in-flight"),
                        number("relay.braze.connections-per-host"),
                        "one company would take all connections to its host"),
                below(
                        number("relay.lanes.cap-records"),
                        number("relay.intake.window-records"),
                        "one company would fill the window before its lane is full"),
                below(
                        number("relay.lanes.cap-bytes"),
                        number("relay.intake.window-bytes"),
                        "one company would fill the window before its lane is full"),
                atMost(
                        number("relay.gaps.records-ahead-each"),
                        number("relay.gaps.records-ahead"),
                        "a single company would get more than all together"),
                below(
                        duration("relay.gaps.alarm"),
                        duration("relay.gaps.expiry"),
                        "the alarm would come when answers are dead-lettered already"),
                below(
                        duration("relay.gaps.expiry"),
                        RETENTION,
                        "Kafka would delete answers before they are dead-lettered"),
                below(duration("relay.intake.heartbeat"), SESSION, "the group would take a healthy relay for dead"),
                atMost(
                        duration("relay.lanes.first-backoff"),
                        duration("relay.lanes.longest-backoff"),
                        "the first wait is the shortest"),
                below(
                        duration("relay.lanes.expiry"),
                        RETENTION,
                        "Kafka would delete answers before they are dead-lettered"),
                atMost(
                        RETENTION,
                        duration("relay.guard.kept-for"),
                        "an answer that somebody puts back by hand could overwrite a newer one"),
                below(
                        duration("relay.lanes.settle"),
                        SESSION,
                        "a new owner of a partition would wait longer than it takes to lose it again"),
                atMost(
                        duration("relay.braze.connect-timeout"),
                        duration("relay.braze.request-timeout"),
                        "connecting is a part of the request"),
                atMost(
                        duration("relay.braze.request-timeout"),
                        duration("relay.intake.longest-request"),
                        "requests would outlive the relay's tenure"),
                below(
                        duration("relay.braze.request-timeout"),
                        SESSION,
                        "requests would still be under way when their partitions belong to another relay"),
                atMost(
                        duration("relay.braze.request-timeout"),
                        duration("relay.intake.drain"),
                        "a stop would not wait for the answers in flight, and they would be sent again"),
                atMost(
                        duration("relay.intake.drain"),
                        duration("quarkus.shutdown.timeout"),
                        "the process would end before its last commit"),
                below(
                        RETENTION,
                        duration("relay.deliveries.kept"),
                        "what became of an answer would be forgotten while Kafka still has it"),
                atMost(
                        duration("relay.credentials.first-retry"),
                        duration("relay.credentials.longest-retry"),
                        "the first wait is the shortest"),
                atMost(
                        duration("relay.projection.kept"),
                        DEAD_LETTERS_RETENTION,
                        "copies of answers would outlive the topic that they are copied from"),
                atMost(
                        duration("relay.projection.first-pause"),
                        duration("relay.projection.longest-pause"),
                        "the first wait is the shortest"),
                atMost(
                        duration("relay.projection.stop-timeout"),
                        duration("quarkus.shutdown.timeout"),
                        "the process would end before the batch in hand"),
                below(
                        duration("relay.health.beat"),
                        duration("relay.health.longest-silence"),
                        "a healthy relay would be taken for stuck"));
    }
}
