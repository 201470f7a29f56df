package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    @Test
    void an_unfinished_offset_holds_it_back_however_much_behind_it_is_finished() {
        // given
        Watermark watermark = new Watermark(5);
        for (long offset = 5; offset < 5000; offset++) {
            watermark.received(offset);
        }
        // when
        for (long offset = 6; offset < 5000; offset++) {
            watermark.finished(offset);
        }
        // then
        assertThat(watermark.base()).isEqualTo(5);
    }

    @Test
    void offsets_that_the_log_skips_count_as_finished() {
        // given
        Watermark watermark = new Watermark(0);
        watermark.received(0);
        watermark.received(7);
        // when
        watermark.finished(0);
        // then
        assertThat(watermark.base()).isEqualTo(7);
    }

    @Test
    void an_offset_from_before_the_start_or_never_received_changes_nothing() {
        // given
        Watermark watermark = new Watermark(10);
        watermark.received(10);
        // when
        watermark.finished(3);
        watermark.finished(11);
        // then
        assertThat(watermark.base()).isEqualTo(10);
    }

    @Property(tries = 300)
    void it_is_always_the_first_offset_that_is_not_finished(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        long start = random.nextInt(1000);
        Watermark watermark = new Watermark(start);
        TreeSet<Long> open = new TreeSet<>();
        long next = start;
        // when
        for (int step = 0; step < 50; step++) {
            for (int i = random.nextInt(100); i > 0; i--) {
                next += random.nextInt(10) == 0 ? 3 : 1;
                watermark.received(next - 1);
                open.add(next - 1);
            }
            List<Long> some = new ArrayList<>(open);
            Collections.shuffle(some, random);
            some.subList(0, random.nextInt(some.size() + 1)).forEach(offset -> {
                watermark.finished(offset);
                open.remove(offset);
            });
            // then
            assertThat(watermark.base()).isEqualTo(open.isEmpty() ? next : open.first());
        }
    }
}
