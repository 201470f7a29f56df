package com.iterate.survey;

import static com.iterate.startup.Reading.duration;
import static com.iterate.startup.Reading.fixed;
import static com.iterate.startup.Rule.atMost;
import static com.iterate.startup.Rule.below;

import com.iterate.startup.LogFormat;
import com.iterate.startup.StartCheck;
import com.iterate.startup.Variable;
import com.iterate.startup.access.KafkaNeeds;
import com.iterate.survey.catalog.CatalogConfig;
import com.iterate.survey.erasures.ErasuresConfig;
import com.iterate.survey.publishing.PublishingConfig;
import com.iterate.survey.relay.RelayConfig;
import com.iterate.survey.respond.RespondConfig;
import com.iterate.survey.results.ResultsConfig;
import com.iterate.webkit.WebKitConfig;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the service must be told, and what must hold between its settings. */
final class SurveyStart {

    static final StartCheck CHECK = new StartCheck(
                    "survey-service",
                    List.of(
                            Variable.required(
                                    "PUBLIC_URL",
                                    "the one origin that browsers use, such as https://surveys.example.com"),
                            Variable.required(
                                    "DATABASE_URL", "the PostgreSQL database, such as jdbc:postgresql://db/survey"),
                            Variable.required("DATABASE_USERNAME", "the role that owns the database"),
                            Variable.requiredOrFile("DATABASE_PASSWORD", "that role's password"),
                            Variable.required(
                                    "SETTINGS_SERVICE_URL", "settings-service, such as https://settings:8081"),
                            Variable.requiredFile(
                                    "RESPONSE_KEYS_FILE",
                                    "lines of base64, keys of 32 bytes or more that seal response tokens"),
                            Variable.requiredFile(
                                    "ERASURE_KEYS_FILE",
                                    "lines of base64, keys of 32 bytes or more that hash the ids of erased people"),
                            Variable.required("RELAY_SERVICE_URL", "relay-service, such as http://relay:8083"),
                            Variable.neverEmpty(
                                    "OTEL_EXPORTER_OTLP_ENDPOINT", "where spans go, such as http://collector:4317")),
                    List.of(
                            WebKitConfig.class,
                            CatalogConfig.class,
                            PublishingConfig.class,
                            RespondConfig.class,
                            ResultsConfig.class,
                            RelayConfig.class,
                            ErasuresConfig.class),
                    Set.of(),
                    List.of(
                            atMost(
                                    duration("survey.publishing.request-timeout"),
                                    duration("survey.publishing.delivery-timeout"),
                                    "an attempt is a part of the delivery"),
                            atMost(
                                    duration("survey.results.first-pause"),
                                    duration("survey.results.longest-pause"),
                                    "the first pause is the shortest"),
                            below(
                                    duration("survey.results.longest-pause"),
                                    fixed("Kafka's five minutes between two polls", Duration.ofMinutes(5)),
                                    "Kafka would take the partitions away in each pause")))
            .and(KafkaNeeds.ALL)
            .and(LogFormat.NEEDS);

    private SurveyStart() {}
}
