package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

    @Property(tries = 500)
    void whatever_an_event_holds_is_read_back_as_it_was_written(@ForAll("events") ResponseSubmitted event) {
        // when
        Decoded decoded = ResponseDecoder.decode(ResponseEncoder.encode(event));
        // then
        assertThat(decoded).isEqualTo(new Decoded.Event(event));
    }

    @Property(tries = 200)
    void equal_events_are_equal_bytes(@ForAll("events") ResponseSubmitted event) {
        // given
        ResponseSubmitted again = ((Decoded.Event) ResponseDecoder.decode(ResponseEncoder.encode(event))).value();
        // when
        byte[] bytes = ResponseEncoder.encode(again);
        // then
        assertThat(bytes).isEqualTo(ResponseEncoder.encode(event));
    }

    @Property(tries = 500)
    void an_event_knows_its_key_among_others(
            @ForAll("events") ResponseSubmitted event, @ForAll("events") ResponseSubmitted other) {
        // when
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(key, key.length + 1);
        // then
        assertThat(event.hasKey(key)).isTrue();
        assertThat(event.hasKey(longer)).isFalse();
        assertThat(other.hasKey(key)).isEqualTo(other.key().equals(event.key()));
    }

    @Provide
    Arbitrary<ResponseSubmitted> events() {
        Arbitrary<Respondent> respondents = Arbitraries.oneOf(
                ids().map(Respondent.Braze::new),
                ids().map(Respondent.External::new),
                Arbitraries.just(new Respondent.Anonymous()));
        Arbitrary<java.util.Set<Delivery>> deliveries =
                Arbitraries.of(Delivery.class).set();
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars("-0123456789")
                                .ofMinLength(1)
                                .ofMaxLength(40),
                        ids(),
                        texts().filter(name -> !name.isBlank()),
                        Arbitraries.integers().greaterOrEqual(1),
                        respondents,
                        times(),
                        deliveries,
                        answers().list().ofMinSize(1).ofMaxSize(4).uniqueElements(Answer::questionId))
                .as((company, id, name, version, respondent, at, deliver, answers) -> new ResponseSubmitted(
                        company, id, name, version, id, respondent, at, version % 2 == 0, deliver, answers));
    }

    private static Arbitrary<Answer> answers() {
        Arbitrary<Optional<String>> maybe =
                texts().filter(text -> !text.isBlank()).optional();
        return Combinators.combine(ids(), texts().filter(text -> !text.isBlank()), maybe, values(), maybe, maybe)
                .as(Answer::new);
    }

    private static Arbitrary<AnswerValue> values() {
        Arbitrary<BigDecimal> numbers = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(39).negate(), BigInteger.TEN.pow(39)),
                        Arbitraries.integers().between(-40, 40))
                .as(BigDecimal::new);
        return Arbitraries.oneOf(
                numbers.map(AnswerValue.Number::new),
                texts().map(AnswerValue.Text::new),
                Arbitraries.of(true, false).map(AnswerValue.Bool::new),
                texts().list().ofMaxSize(5).map(AnswerValue.Choices::new),
                times().map(AnswerValue.Date::new),
                Arbitraries.of(AnswerType.class).map(AnswerValue.TakenBack::new));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond())
                .flatMap(second -> Arbitraries.integers()
                        .between(0, 999_999_999)
                        .map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(60).filter(Limits::isId);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(60).filter(Limits::isText);
    }
}
