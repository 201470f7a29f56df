package com.iterate.relay.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How far each partition of this relay is from the end of the log. */
@ApplicationScoped
public class LagGauges {

    /**
     * One partition.
     *
     * @param unread     records that Kafka has and we have not asked for yet, as its client says
     * @param unfinished records read and not committed
     */
    public record Lag(int partition, long unread, long unfinished) {}

    private final MultiGauge lag;

    public LagGauges(MeterRegistry registry) {
        lag = MultiGauge.builder("relay.lag.records")
                .description("Records of a partition that are not committed: unread ones and unfinished ones")
                .register(registry);
    }

    /** @param partitions all that this relay owns; the others disappear */
    public void show(List<Lag> partitions) {
        lag.register(
                partitions.stream()
                        .map(each -> Row.of(
                                Tags.of("partition", Integer.toString(each.partition())),
                                each.unread() + each.unfinished()))
                        .toList(),
                true);
    }
}
