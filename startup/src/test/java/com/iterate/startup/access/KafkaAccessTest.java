package com.iterate.startup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAccessTest {

    @TempDir
    Path folder;

    private final Map<String, String> set = new HashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));

    @Test
    void without_anything_clients_talk_in_the_open() {
        assertThat(properties())
                .containsOnly(entry("bootstrap.servers", "kafka:9092"), entry("security.protocol", "PLAINTEXT"));
    }

    @Test
    void variables_without_a_value_are_as_good_as_none() {
        set.put("KAFKA_SECURITY_PROTOCOL", "");
        set.put("KAFKA_USERNAME", "");
        set.put("KAFKA_CA_FILE", "");

        assertThat(properties()).containsOnlyKeys("bootstrap.servers", "security.protocol");
    }

    @Test
    void an_authority_is_believed_alone() {
        set.put("KAFKA_SECURITY_PROTOCOL", "SSL");
        set.put("KAFKA_CA_FILE", "/run/secrets/ca.crt");

        assertThat(properties())
                .contains(
                        entry("security.protocol", "SSL"),
                        entry("ssl.truststore.type", "PEM"),
                        entry("ssl.truststore.location", "/run/secrets/ca.crt"))
                .doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void the_password_is_in_no_property_and_is_read_anew_at_each_sign_in() throws Exception {
        // given
        Path file = passwordFile("first\n");
        set.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        set.put("KAFKA_USERNAME", "relay");
        set.put("KAFKA_PASSWORD_FILE", file.toString());
        Map<String, Object> properties = properties();
        KafkaLogin login = login(properties);
        // when
        String before = signedIn(login);
        passwordFile("second");
        String after = signedIn(login);
        // then
        assertThat(before).isEqualTo("relay first");
        assertThat(after).isEqualTo("relay second");
        assertThat(properties)
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("sasl.client.callback.handler.class", KafkaLogin.class.getName());
        assertThat(properties.toString()).doesNotContain("first");
    }

    @Test
    void a_name_of_any_letters_gets_through_jaas() throws Exception {
        set.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        set.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-256");
        set.put("KAFKA_USERNAME", "a\"b\\c; required='d' ü");
        set.put("KAFKA_PASSWORD_FILE", passwordFile(" with blanks ").toString());

        assertThat(signedIn(login(properties()))).isEqualTo("a\"b\\c; required='d' ü  with blanks ");
    }

    private Map<String, Object> properties() {
        return KafkaAccess.of(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(set, "set", 100))
                        .build())
                .properties();
    }

    /** As Kafka makes it: from the properties alone. */
    private static KafkaLogin login(Map<String, Object> properties) {
        JaasContext jaas = JaasContext.loadClientContext(Map.of(
                "sasl.jaas.config",
                new Password(properties.get("sasl.jaas.config").toString())));
        KafkaLogin login = new KafkaLogin();
        login.configure(properties, properties.get("sasl.mechanism").toString(), jaas.configurationEntries());
        return login;
    }

    private static String signedIn(KafkaLogin login) throws Exception {
        NameCallback name = new NameCallback("name");
        PasswordCallback password = new PasswordCallback("password", false);
        login.handle(new Callback[] {name, password});
        return name.getName() + " " + new String(password.getPassword());
    }

    private Path passwordFile(String content) throws IOException {
        return Files.writeString(folder.resolve("pass word \\ \"file"), content);
    }
}
