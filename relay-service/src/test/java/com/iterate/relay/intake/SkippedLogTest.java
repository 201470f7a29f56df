package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import com.iterate.relay.Defaults;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.Scan;
import com.iterate.relay.gaps.Scan.Want;
import com.iterate.relay.gaps.Scanned;
import com.iterate.relay.gaps.Scanned.Found;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SkippedLogTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.RESPONSES.name(), 0);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final SkippedLog log = new SkippedLog(Defaults.of(GapsConfig.class), () -> consumer);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void one_pass_finds_the_records_of_all_companies_that_want_some() {
        // given
        logHolds(0, "acme", "globex", "acme", "initech", "globex");
        // when
        Scanned scanned = scan(Map.of("acme", from(0, 5), "globex", from(2, 5)));
        // then
        assertThat(offsets(scanned, "acme")).containsExactly(0L, 2L);
        assertThat(offsets(scanned, "globex")).containsExactly(4L);
        assertThat(scanned.found().values()).extracting(Found::readTo).containsOnly(5L);
        assertThat(scanned.found()).doesNotContainKey("initech");
    }

    @Test
    void a_company_that_has_enough_stops_where_it_is_and_the_others_read_on() {
        // given
        logHolds(0, "acme", "globex", "acme", "acme", "globex");
        // when
        Scanned scanned = scan(Map.of("acme", new Want(new TreeSet<>(), 0, 5, 2, Instant.MAX), "globex", from(0, 5)));
        // then
        assertThat(offsets(scanned, "acme")).containsExactly(0L, 2L);
        assertThat(scanned.found().get("acme").readTo()).isEqualTo(3);
        assertThat(offsets(scanned, "globex")).containsExactly(1L, 4L);
    }

    @Test
    void of_what_was_read_before_only_what_is_missing_is_read_again() {
        // given
        logHolds(0, "acme", "acme", "acme", "acme", "acme");
        // when
        Scanned scanned = scan(Map.of("acme", new Want(new TreeSet<>(Set.of(1L, 2L)), 4, 5, 10, Instant.MAX)));
        // then
        assertThat(offsets(scanned, "acme")).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_log_that_begins_later_says_so() {
        // given
        logHolds(3, "acme", "acme");
        // when
        Scanned scanned = scan(Map.of("acme", from(0, 5)));
        // then
        assertThat(scanned.logStart()).isEqualTo(3);
        assertThat(offsets(scanned, "acme")).containsExactly(3L, 4L);
    }

    @Test
    void records_that_are_old_enough_are_found_and_the_first_younger_one_ends_the_pass() {
        // given
        logHolds(0, "acme", "acme", "acme");
        // when
        Scanned scanned = scan(Map.of("acme", new Want(new TreeSet<>(), 0, 3, 10, NOON.plusSeconds(2))));
        // then
        assertThat(offsets(scanned, "acme")).containsExactly(0L, 1L);
        assertThat(scanned.found().get("acme").readTo()).isEqualTo(2);
        assertThat(scanned.found().get("acme").seenAt()).isEqualTo(NOON.plusSeconds(2));
    }

    private static Want from(long position, long limit) {
        return new Want(new TreeSet<>(), position, limit, 100, Instant.MAX);
    }

    private Scanned scan(Map<String, Want> wants) {
        return log.scan(new Scan(0, wants))
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static List<Long> offsets(Scanned scanned, String company) {
        Found found = scanned.found().get(company);
        return found == null
                ? List.of()
                : found.records().stream().map(read -> read.original().offset()).toList();
    }

    /** A record a second, from the given offset on. */
    private void logHolds(long start, String... ofCompanies) {
        Node node = new Node(1, "localhost", 1);
        consumer.updatePartitions(
                Topic.RESPONSES.name(),
                List.of(new PartitionInfo(Topic.RESPONSES.name(), 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, start));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < ofCompanies.length; i++) {
                consumer.addRecord(record(start + i, ofCompanies[i]));
            }
        });
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String company) {
        Answer answer = new Answer(
                "q1",
                "How?",
                Optional.of("nps"),
                new AnswerValue.Number(BigDecimal.ONE),
                Optional.empty(),
                Optional.empty());
        ResponseSubmitted event = new ResponseSubmitted(
                company,
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze("ana"),
                NOON,
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer));
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        byte[] value = ResponseEncoder.encode(event);
        return new ConsumerRecord<>(
                Topic.RESPONSES.name(),
                0,
                offset,
                NOON.plusSeconds(offset).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
