package com.iterate.startup.access;

import static com.iterate.startup.access.KafkaSettings.CA_FILE;
import static com.iterate.startup.access.KafkaSettings.MECHANISM;
import static com.iterate.startup.access.KafkaSettings.PASSWORD_FILE;
import static com.iterate.startup.access.KafkaSettings.PROTOCOL;
import static com.iterate.startup.access.KafkaSettings.USERNAME;

import com.iterate.startup.Needs;
import com.iterate.startup.Variable;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service must be told to reach Kafka. Half of it stops the start: a client would try for ever. */
public final class KafkaNeeds {

    public static final Needs ALL = new Needs(
            List.of(
                    Variable.required(
                            KafkaSettings.BOOTSTRAP_SERVERS, "where Kafka is, such as kafka-1:9092,kafka-2:9092"),
                    Variable.optional(PROTOCOL),
                    Variable.optional(MECHANISM),
                    Variable.optional(USERNAME),
                    Variable.optionalFile(PASSWORD_FILE, "a file that holds the password of KAFKA_USERNAME alone"),
                    Variable.optionalFile(CA_FILE, "PEM, the authority that signed the brokers' certificates")),
            List.of(
                    KafkaNeeds::unknownProtocol,
                    KafkaNeeds::unknownMechanism,
                    KafkaNeeds::nobodySignsIn,
                    KafkaNeeds::accountIsNotUsed,
                    KafkaNeeds::authorityIsNotUsed));

    private KafkaNeeds() {}

    private static Optional<String> unknownProtocol(SmallRyeConfig config) {
        String word = new KafkaSettings(config).protocolWord();
        return Protocol.named(word).isPresent()
                ? Optional.empty()
                : Optional.of(PROTOCOL + " must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL, not " + word);
    }

    private static Optional<String> unknownMechanism(SmallRyeConfig config) {
        String word = new KafkaSettings(config).mechanismWord();
        return Mechanism.named(word).isPresent()
                ? Optional.empty()
                : Optional.of(MECHANISM + " must be SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN, not " + word);
    }

    private static Optional<String> nobodySignsIn(SmallRyeConfig config) {
        KafkaSettings settings = new KafkaSettings(config);
        List<String> lacking = Stream.of(USERNAME, PASSWORD_FILE)
                .filter(variable -> settings.text(variable).isEmpty())
                .toList();
        return protocol(settings).filter(Protocol::signsIn).isPresent() && !lacking.isEmpty()
                ? Optional.of(PROTOCOL + " (" + settings.protocolWord() + ") needs " + String.join(" and ", lacking))
                : Optional.empty();
    }

    private static Optional<String> accountIsNotUsed(SmallRyeConfig config) {
        KafkaSettings settings = new KafkaSettings(config);
        return Stream.of(USERNAME, PASSWORD_FILE)
                .filter(variable -> settings.text(variable).isPresent())
                .filter(variable ->
                        protocol(settings).filter(known -> !known.signsIn()).isPresent())
                .findFirst()
                .map(variable -> variable + " is set and nobody signs in with " + PROTOCOL + " ("
                        + settings.protocolWord() + "): SASL_SSL does");
    }

    private static Optional<String> authorityIsNotUsed(SmallRyeConfig config) {
        KafkaSettings settings = new KafkaSettings(config);
        return settings.text(CA_FILE).isPresent()
                        && protocol(settings)
                                .filter(known -> !known.isEncrypted())
                                .isPresent()
                ? Optional.of(CA_FILE + " is set and nothing is encrypted with " + PROTOCOL + " ("
                        + settings.protocolWord() + "): SASL_SSL or SSL is")
                : Optional.empty();
    }

    private static Optional<Protocol> protocol(KafkaSettings settings) {
        return Protocol.named(settings.protocolWord());
    }
}
