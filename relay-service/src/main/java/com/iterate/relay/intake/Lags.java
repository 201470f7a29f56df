package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.metrics.LagGauges;
import com.iterate.relay.metrics.LagGauges.Lag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** How far behind the end of the log this relay is: what Kafka's client has seen of it, and what is read and not finished. */
@ApplicationScoped
class Lags {

    private static final Logger LOG = Logger.getLogger(Lags.class);

    /** Twice in the ten seconds after which the most eager scraper comes. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Loop loop;
    private final Intake intake;
    private final LagGauges gauges;
    private Instant lookedAt = Instant.EPOCH;

    Lags(Loop loop, Intake intake, LagGauges gauges) {
        this.loop = loop;
        this.intake = intake;
        this.gauges = gauges;
    }

    /** On the loop; asks on the polling thread, where nothing has to be fetched for it. */
    void look(Polling polling) {
        Instant now = loop.now();
        if (lookedAt.plus(EVERY).isAfter(now)) {
            return;
        }
        lookedAt = now;
        Map<Integer, Long> unfinished = intake.unfinished();
        polling.ask(client -> gauges.show(lags(client, unfinished))).exceptionally(failure -> {
            LOG.debugf("No lag to show: %s", failure.getMessage());
            return null;
        });
    }

    private static List<Lag> lags(Consumer<byte[], byte[]> client, Map<Integer, Long> unfinished) {
        List<Lag> lags = new ArrayList<>();
        new HashMap<>(unfinished).forEach((partition, open) -> {
            TopicPartition each = new TopicPartition(Topic.RESPONSES.name(), partition);
            if (client.assignment().contains(each)) {
                lags.add(new Lag(partition, client.currentLag(each).orElse(0), open));
            }
        });
        return lags;
    }
}
