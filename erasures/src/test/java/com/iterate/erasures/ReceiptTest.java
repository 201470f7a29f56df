package com.iterate.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

    @Test
    void the_last_copy_is_a_dead_letter_in_a_segment_that_closed_a_week_later() {
        // 90 days of dead letters, and 7 days until their segment closes
        assertThat(LastCopy.after(NOW)).isEqualTo(Instant.parse("2027-02-28T13:00:00Z"));
    }

    @Test
    void two_services_receipts_are_one_with_the_later_day() {
        // given
        Receipt answers = Receipt.of("acme", NOW, NOW, List.of(new Receipt.Store("answers", Map.of("answers", 3L))));
        Receipt letters =
                Receipt.of("acme", NOW, NOW.plusSeconds(86_400), List.of(new Receipt.Store("letters", Map.of())));
        // when
        Receipt both = answers.and(letters);
        // then
        assertThat(both.lastCopyExpires()).isEqualTo(LocalDate.parse("2026-11-25"));
        assertThat(both.stores()).extracting(Receipt.Store::name).containsExactly("answers", "letters");
    }
}
