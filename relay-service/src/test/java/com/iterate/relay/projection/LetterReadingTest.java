package com.iterate.relay.projection;

import static com.iterate.relay.projection.ALetter.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Records;
import com.iterate.relay.letters.ErasedPeople.CompanyPerson;
import com.iterate.relay.letters.LetterFilter.Person;
import com.iterate.relay.letters.LetterId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LetterReadingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void all_that_the_relay_wrote_is_read_back() {
        // given
        ConsumerRecord<byte[], byte[]> record = Records.whole(
                aLetter()
                        .of("acme")
                        .from("ana")
                        .saying("'external_id' is too long")
                        .at(NOON)
                        .deadLetter(),
                3,
                1207);
        // when
        Projected letter = LetterReading.read(record);
        // then
        assertThat(letter.id()).isEqualTo(new LetterId(3, 1207));
        assertThat(letter.appendedAt()).isEqualTo(NOON);
        assertThat(letter.company()).isEqualTo("acme");
        assertThat(letter.origin().topic()).contains("survey.responses.v1");
        assertThat(letter.origin().partition()).contains(1);
        assertThat(letter.origin().offset()).contains(42L);
        assertThat(letter.failure().reason()).isEqualTo("REJECTED");
        assertThat(letter.failure().status()).isEqualTo(400);
        assertThat(letter.failure().response()).isEqualTo("'external_id' is too long");
        assertThat(letter.failure().attempts()).isEqualTo(2);
        assertThat(letter.failure().lastAt()).isEqualTo(NOON);
        assertThat(letter.content().person()).contains(person("acme", "ana"));
        assertThat(letter.content().event()).contains("event-1");
        assertThat(letter.content().submittedAt()).contains(NOON.minusSeconds(60));
        assertThat(letter.raw().value()).isEqualTo(record.value());
        assertThat(letter.raw().undelivered()).contains("\"questionId\":\"q1\"", "\"as\":\"attribute\"");
        assertThat(letter.raw().headers()).contains("{\"name\":\"ce_id\",\"value\":\"event-1\"}", "relay-reason");
        assertThat(letter.raw().reference()).isFalse();
    }

    @Test
    void a_letter_that_was_too_large_says_where_the_original_is() {
        // when
        Projected letter =
                LetterReading.read(Records.reference(aLetter().of("acme").deadLetter(), 0, 1));
        // then
        assertThat(letter.raw().reference()).isTrue();
        assertThat(letter.raw().value()).isNull();
        assertThat(letter.origin().offset()).contains(42L);
        assertThat(letter.company()).isEqualTo("acme");
    }

    @Test
    void an_answer_that_cannot_be_read_is_the_operators_but_still_somebodys() {
        // given
        ConsumerRecord<byte[], byte[]> record = Records.whole(
                aLetter()
                        .of("")
                        .dyingOf(Reason.UNREADABLE)
                        .withContent("{oops")
                        .withKey("acme|external:ana")
                        .deadLetter(),
                0,
                1);
        // when
        Projected letter = LetterReading.read(record);
        // then
        assertThat(letter.company()).isEmpty();
        assertThat(letter.content().survey()).isEmpty();
        assertThat(letter.content().person())
                .contains(new CompanyPerson("acme", new Person(Optional.empty(), Optional.of("ana"))));
    }

    @Test
    void what_no_relay_has_written_is_kept_too() {
        // given
        ConsumerRecord<byte[], byte[]> stranger =
                new ConsumerRecord<>("survey.responses.v1.dead-letter", 0, 7, null, bytes("\u0000hello"));
        stranger.headers()
                .add("relay-reason", bytes("drop table"))
                .add("relay-company", bytes("Not A Company"))
                .add("relay-status", bytes("a lot"))
                .add("relay-attempts", null)
                .add("relay-first-failed-at", bytes("yesterday"))
                .add("relay-last-failed-at", bytes("+1000000000-12-31T23:59:59Z"))
                .add("relay-undelivered", bytes("[\"a\\u0000b\"]"))
                .add("dead-letter-reason", bytes("a\u0000b"))
                .add("dead-letter-offset", bytes("99999999999999999999"))
                .add("\u0000", new byte[] {(byte) 0xff, 0});
        // when
        Projected letter = LetterReading.read(stranger);
        // then
        assertThat(letter.failure().reason()).isEqualTo(LetterReading.UNKNOWN);
        assertThat(letter.failure().problem()).isEqualTo("a\uFFFDb");
        assertThat(letter.failure().status()).isZero();
        assertThat(letter.failure().lastAt()).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(letter.company()).isEmpty();
        assertThat(letter.origin()).isEqualTo(Projected.Origin.UNKNOWN);
        assertThat(letter.raw().undelivered()).isEqualTo("[]");
        assertThat(letter.raw().headers()).contains("\"base64\":\"/wA=\"");
    }

    private static CompanyPerson person(String company, String brazeId) {
        return new CompanyPerson(company, new Person(Optional.of(brazeId), Optional.empty()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
