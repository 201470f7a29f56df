package com.iterate.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.iterate.contracts.Topic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingTest {

    private static Backing backing;

    @BeforeAll
    static void start() {
        backing = Backing.start();
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    @Test
    void the_topics_of_the_contract_are_there_with_four_partitions_and_their_settings() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            // when
            var topics = admin.describeTopics(
                            List.of(Topic.RESPONSES.name(), Topic.DEAD_LETTERS.name(), Topic.SETTINGS.name()))
                    .allTopicNames()
                    .get();
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topic.SETTINGS.name());
            var settings = admin.describeConfigs(Set.of(resource)).all().get().get(resource);
            // then
            assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 4);
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    @Test
    void each_service_has_a_database_that_no_other_role_owns() throws Exception {
        // when
        Database survey = backing.database("survey");
        Database settings = backing.database("settings");
        // then
        assertThat(currentUserAndDatabase(survey)).isEqualTo("survey survey");
        assertThat(currentUserAndDatabase(settings)).isEqualTo("settings settings");
        assertThat(backing.database("survey")).isEqualTo(survey);
    }

    @Test
    void kafka_comes_back_on_its_port_with_what_it_held() throws Exception {
        // given
        TopicPartition partition = new TopicPartition(Topic.RESPONSES.name(), 1);
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(partition.topic(), 1, "key", "kept"))
                    .get();
        }
        // when
        backing.kafka().stop();
        backing.kafka().start();
        // then
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .extracting(record -> record.value())
                    .contains("kept");
        }
    }

    @Test
    void a_folder_that_was_kept_starts_again(@TempDir Path folder) throws Exception {
        // Containers keep what they hold, and nothing in folders.
        assumeThat(Kind.chosen()).isEqualTo(Kind.EMBEDDED);
        // given
        try (Backing first = Backing.start(folder)) {
            first.database("kept");
        }
        // when
        try (Backing second = Backing.start(folder)) {
            // then
            assertThat(currentUserAndDatabase(second.database("kept"))).isEqualTo("kept kept");
        }
    }

    @Test
    void postgres_comes_back_on_its_port_with_what_it_held() throws Exception {
        // given
        Database database = backing.database("kept");
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("CREATE TABLE thing AS SELECT 42 AS answer");
        }
        // when
        backing.postgres().stop();
        assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
        backing.postgres().start();
        // then
        try (Connection connection = connect(database)) {
            ResultSet thing = connection.createStatement().executeQuery("SELECT answer FROM thing");
            assertThat(thing.next()).isTrue();
            assertThat(thing.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void a_second_loading_of_the_test_resource_finds_the_servers_of_the_first() throws Exception {
        // given
        BackingTestResource first = new BackingTestResource();
        first.init(Map.of("database", "settings"));
        Map<String, String> settings = first.start();
        // when
        try (IsolatedClasses other = new IsolatedClasses()) {
            Object second = other.load(BackingTestResource.class)
                    .getDeclaredConstructor()
                    .newInstance();
            second.getClass().getMethod("init", Map.class).invoke(second, Map.of("database", "settings"));
            Object again = second.getClass().getMethod("start").invoke(second);
            // then
            assertThat(second).isNotInstanceOf(BackingTestResource.class);
            assertThat(again).isEqualTo(settings);
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", backing.kafkaBootstrapServers());
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static String currentUserAndDatabase(Database database) throws SQLException {
        try (Connection connection = connect(database)) {
            ResultSet row =
                    connection.createStatement().executeQuery("SELECT current_user || ' ' || current_database()");
            row.next();
            return row.getString(1);
        }
    }
}
