package com.iterate.relay.intake;

import com.iterate.relay.deliveries.DeliveryRecord;
import com.iterate.relay.deliveries.Progress;
import com.iterate.relay.deliveries.Progress.InGap;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.lanes.Loop;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has the record of deliveries follow how far the partitions are. */
@ApplicationScoped
class Following {

    private final Intake intake;
    private final Gaps gaps;

    Following(Intake intake, Gaps gaps) {
        this.intake = intake;
        this.gaps = gaps;
    }

    void begin(@Observes StartupEvent started, Loop loop, DeliveryRecord record) {
        loop.execute(() -> record.follow(this::progress));
    }

    private Progress progress() {
        return new Progress(
                intake.committableOfAll(),
                gaps.progress().stream()
                        .map(gap -> new InGap(gap.partition(), gap.company(), gap.openedAt(), gap.doneBefore()))
                        .toList());
    }
}
