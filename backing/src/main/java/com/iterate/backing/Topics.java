package com.iterate.backing;

import com.iterate.contracts.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of the contract. */
final class Topics {

    /** Enough to see that order is kept per person, few enough to start fast. */
    private static final int PARTITIONS = 4;

    /** There is one broker. */
    private static final short REPLICAS = 1;

    /** A broker that has just started answers within a second; a busy machine is given a minute. */
    private static final int SECONDS = 60;

    private Topics() {}

    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (Topic topic : List.of(Topic.RESPONSES, Topic.DEAD_LETTERS, Topic.SETTINGS)) {
                create(admin, topic.withPartitions(PARTITIONS));
            }
        }
    }

    private static void create(Admin admin, Topic topic) {
        NewTopic wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of(REPLICAS))
                .configs(topic.config());
        try {
            admin.createTopics(List.of(wanted)).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // A data directory that was kept has its topics.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic.name() + " could not be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the topic " + topic.name(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer in " + SECONDS + " s", e);
        }
    }
}
