package com.iterate.startup.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.eclipse.microprofile.config.Config;

/**
 * What every client of Kafka is told about the way there.
 *
 * @param caFile PEM; without it the JVM's own authorities are believed
 */
record KafkaAccess(String bootstrapServers, Protocol protocol, Optional<Account> account, Optional<String> caFile) {

    /** Who signs in; the password stays in its file. */
    record Account(Mechanism mechanism, String username, String passwordFile) {

        /** In the syntax of JAAS; {@link KafkaLogin} reads the options. */
        String jaas() {
            return mechanism.module() + " required " + KafkaLogin.USERNAME + "=" + quoted(username) + " "
                    + KafkaLogin.PASSWORD_FILE + "=" + quoted(passwordFile) + ";";
        }

        private static String quoted(String value) {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /** Of a configuration that {@link KafkaNeeds} finds no fault with. */
    static KafkaAccess of(Config config) {
        KafkaSettings settings = new KafkaSettings(config);
        Protocol protocol = Protocol.valueOf(settings.protocolWord());
        return new KafkaAccess(
                config.getValue(KafkaSettings.BOOTSTRAP_SERVERS, String.class),
                protocol,
                protocol.signsIn()
                        ? Optional.of(new Account(
                                Mechanism.named(settings.mechanismWord()).orElseThrow(),
                                config.getValue(KafkaSettings.USERNAME, String.class),
                                config.getValue(KafkaSettings.PASSWORD_FILE, String.class)))
                        : Optional.empty(),
                settings.text(KafkaSettings.CA_FILE));
    }

    /** Text only: the connector of Quarkus reads the values as if they stood in a file. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol.name());
        account.ifPresent(who -> {
            properties.put(SaslConfigs.SASL_MECHANISM, who.mechanism().wireName());
            properties.put(SaslConfigs.SASL_JAAS_CONFIG, who.jaas());
            properties.put(SaslConfigs.SASL_CLIENT_CALLBACK_HANDLER_CLASS, KafkaLogin.class.getName());
        });
        caFile.ifPresent(pem -> {
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            properties.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, pem);
        });
        return properties;
    }
}
