package com.iterate.settings;

import static com.iterate.startup.Reading.duration;
import static com.iterate.startup.Rule.atMost;
import static com.iterate.startup.Rule.together;

import com.iterate.settings.announcements.AnnouncementsConfig;
import com.iterate.settings.connections.ConnectionsConfig;
import com.iterate.settings.credentials.CredentialsConfig;
import com.iterate.settings.credentials.InternalTls;
import com.iterate.settings.members.MembersConfig;
import com.iterate.settings.probing.ProbingConfig;
import com.iterate.settings.sessions.SessionsConfig;
import com.iterate.startup.LogFormat;
import com.iterate.startup.StartCheck;
import com.iterate.startup.Variable;
import com.iterate.startup.access.KafkaNeeds;
import com.iterate.webkit.WebKitConfig;
import java.util.List;
import java.util.Set;

/** What the service must be told, and what must hold between its settings. */
final class SettingsStart {

    static final StartCheck CHECK = new StartCheck(
                    "settings-service",
                    List.of(
                            Variable.required(
                                    "PUBLIC_URL",
                                    "the one origin that browsers use, such as https://surveys.example.com"),
                            Variable.required(
                                    "DATABASE_URL", "the PostgreSQL database, such as jdbc:postgresql://db/settings"),
                            Variable.required("DATABASE_USERNAME", "the role that owns the database"),
                            Variable.requiredOrFile("DATABASE_PASSWORD", "that role's password"),
                            Variable.required("RELAY_SERVICE_URL", "relay-service, such as http://relay:8083"),
                            Variable.requiredFile(
                                    "SESSION_KEYS_FILE",
                                    "a JWKS file with the private EC P-256 keys that sign sessions"),
                            Variable.requiredFile(
                                    "RELAY_PUBLIC_KEYS_FILE", "a JWKS file with the public keys of the relay"),
                            Variable.requiredFile(
                                    "CONNECTION_KEYS_FILE", "a Tink JSON keyset (AES256_GCM) that encrypts Braze keys"),
                            Variable.optionalFile(
                                    InternalTls.CERTIFICATE_FILE, "PEM, the certificate of the port for /internal"),
                            Variable.optionalFile(InternalTls.KEY_FILE, "PEM, the private key of this certificate"),
                            Variable.optional("BRAZE_ALLOWED_ORIGINS"),
                            Variable.optional("BOOTSTRAP_OPERATOR_EMAIL"),
                            Variable.optional("BOOTSTRAP_OPERATOR_PASSWORD_FILE")),
                    List.of(
                            WebKitConfig.class,
                            MembersConfig.class,
                            SessionsConfig.class,
                            ConnectionsConfig.class,
                            ProbingConfig.class,
                            CredentialsConfig.class,
                            AnnouncementsConfig.class),
                    // Clocks in step to the second need none.
                    Set.of("settings.credentials.clock-skew"),
                    List.of(
                            atMost(
                                    duration("settings.sessions.life"),
                                    duration("settings.sessions.longest"),
                                    "a session would outlive the time after which everybody signs in again"),
                            atMost(
                                    duration("settings.probing.connect"),
                                    duration("settings.probing.time-out"),
                                    "connecting is a part of the test"),
                            atMost(
                                    duration("settings.announcements.back-off.shortest"),
                                    duration("settings.announcements.back-off.longest"),
                                    "the first wait is the shortest"),
                            together(
                                    InternalTls.CERTIFICATE_FILE,
                                    InternalTls.KEY_FILE,
                                    "only together they make a TLS port for /internal")))
            .and(KafkaNeeds.ALL)
            .and(LogFormat.NEEDS);

    private SettingsStart() {}
}
