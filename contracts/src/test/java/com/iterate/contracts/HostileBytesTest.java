package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBytesTest {

    private static final String SECRET = "my-secret-answer";
    private static final String EVENT =
            new String(Samples.named("valid/number.json").bytes(), StandardCharsets.UTF_8);

    @Property(tries = 2000)
    void random_bytes_never_throw(@ForAll byte[] bytes) {
        // when
        Decoded decoded = ResponseDecoder.decode(bytes);
        // then
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
    }

    @Property(tries = 2000)
    void an_event_with_some_bytes_changed_never_throws(@ForAll("damaged") byte[] bytes) {
        // when
        Decoded decoded = ResponseDecoder.decode(bytes);
        // then
        assertThat(decoded).isNotNull();
    }

    @Test
    void an_event_that_is_cut_off_anywhere_is_unreadable() {
        byte[] whole = EVENT.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            // when
            Decoded decoded = ResponseDecoder.decode(java.util.Arrays.copyOf(whole, length));
            // then
            assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
        }
    }

    @Test
    void a_tombstone_is_unreadable() {
        // when
        Decoded decoded = ResponseDecoder.decode(null);
        // then
        assertThat(decoded).isEqualTo(new Decoded.Unreadable("", "the record has no value"));
    }

    @Test
    void a_record_over_the_limit_is_not_even_parsed() {
        // when
        Decoded decoded = ResponseDecoder.decode(new byte[Limits.RECORD_BYTES + 1]);
        // then
        assertThat(decoded).isEqualTo(new Decoded.Unreadable("", "the record is longer than 131072 bytes"));
    }

    @Test
    void nesting_without_end_is_refused() {
        // given
        String deep = "[".repeat(60_000);
        // when
        Decoded decoded = ResponseDecoder.decode(with("\"x\":" + deep + ","));
        // then
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e-2147483647", "1e999999999999999999", "-1e400", "1e41"})
    void a_number_beyond_all_bounds_is_refused(String number) {
        // when
        Decoded decoded = ResponseDecoder.decode(
                EVENT.replace("\"value\": 9", "\"value\": " + number).getBytes(StandardCharsets.UTF_8));
        // then
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void a_number_of_thousands_of_digits_is_refused() {
        // when
        Decoded decoded = ResponseDecoder.decode(
                EVENT.replace("\"value\": 9", "\"value\": " + "9".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        // then
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void of_a_field_that_stands_twice_the_last_counts() {
        // when
        Decoded decoded = ResponseDecoder.decode(with("\"surveyId\":\"first\","));
        // then
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Event.class, event -> assertThat(
                        event.value().surveyId())
                .isEqualTo("01JD8Y"));
    }

    @Test
    void a_person_named_twice_is_nobody() {
        // when
        Decoded decoded =
                ResponseDecoder.decode(EVENT.replace("{\n    \"brazeId\"", "{\"brazeId\":\"other\",\"brazeId\"")
                        .getBytes(StandardCharsets.UTF_8));
        // then
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void a_problem_never_repeats_the_text() {
        for (String broken : List.of(
                EVENT.replace("\"value\": 9", "\"value\": \"" + SECRET + "\""),
                EVENT.replace("\"value\": 9", "\"value\": " + SECRET),
                EVENT.replace("\"value\": 9", "\"value\": {\"" + SECRET + "\":1}"),
                EVENT.replace("\"type\": \"number\"", "\"type\": \"" + SECRET + "\""),
                EVENT.replace("\"acme\"", "\"" + SECRET.toUpperCase(java.util.Locale.ROOT) + "\""),
                EVENT.replace("5fbd0c1e9a2b3c4d5e6f7081", " " + SECRET),
                EVENT.replace("2026-11-23T13:00:00.123Z", SECRET),
                EVENT + SECRET)) {
            // when
            Decoded decoded = ResponseDecoder.decode(broken.getBytes(StandardCharsets.UTF_8));
            // then
            assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
            assertThat(decoded.toString()).doesNotContainIgnoringCase(SECRET);
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[] whole = EVENT.getBytes(StandardCharsets.UTF_8);
        return Arbitraries.integers().between(0, whole.length - 1).tuple2().flatMap(at -> Arbitraries.bytes()
                .map(replacement -> {
                    byte[] copy = whole.clone();
                    copy[at.get1()] = replacement;
                    copy[at.get2()] = (byte) ~replacement;
                    return copy;
                }));
    }

    private static byte[] with(String fields) {
        return EVENT.replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement("{" + fields))
                .getBytes(StandardCharsets.UTF_8);
    }
}
