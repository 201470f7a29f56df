package com.iterate.relay.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.Limits;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.letters.ErasedPeople.CompanyPerson;
import com.iterate.relay.letters.LetterFilter.Person;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.State;
import com.iterate.relay.projection.Projected.Content;
import com.iterate.relay.projection.Projected.Failure;
import com.iterate.relay.projection.Projected.Origin;
import com.iterate.relay.projection.Projected.Raw;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Bytes of the dead-letter topic as a letter. Never fails: what cannot be made sense of is kept as it is, for an operator. */
final class LetterReading {

    /** Of a record that no relay has written. */
    static final String UNKNOWN = "UNKNOWN";

    private static final Pattern REASON = Pattern.compile("[A-Z_]{1,40}");

    /** The key of an answer whose content cannot be read: still whose it is. */
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]{1,40})\\|(braze|external):(.+)", Pattern.DOTALL);

    /** As much as the relay writes of what Braze said. */
    private static final int LONGEST_TEXT = 2000;

    private static final int LONGEST_NAME = 255;

    /** The first and the last year that all who read them can write. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private LetterReading() {}

    static Projected read(ConsumerRecord<byte[], byte[]> record) {
        LetterHeaders headers = new LetterHeaders(record.headers());
        Instant appendedAt = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        return new Projected(
                new LetterId(record.partition(), record.offset()),
                appendedAt,
                new Origin(
                        headers.text("dead-letter-topic").map(topic -> cut(topic, LONGEST_NAME)),
                        headers.integer("dead-letter-partition"),
                        headers.number("dead-letter-offset")),
                headers.text("relay-company").filter(Limits::isCompanyId).orElse(""),
                failure(headers, appendedAt),
                content(record, headers),
                new Raw(
                        undelivered(headers),
                        headers.json(),
                        record.key(),
                        record.value(),
                        headers.has("relay-value-left-out")),
                State.OPEN,
                0);
    }

    /** What is left if the database takes nothing else of it: where it is, and its bytes. */
    static Projected bare(Projected letter) {
        return new Projected(
                letter.id(),
                letter.appendedAt(),
                Origin.UNKNOWN,
                letter.company(),
                new Failure(UNKNOWN, 0, "", "", letter.appendedAt(), letter.appendedAt(), 0),
                Content.NONE,
                new Raw(
                        "[]",
                        "[]",
                        letter.raw().key(),
                        letter.raw().value(),
                        letter.raw().reference()),
                letter.state(),
                letter.replays());
    }

    private static Failure failure(LetterHeaders headers, Instant appendedAt) {
        return new Failure(
                headers.text("relay-reason")
                        .filter(reason -> REASON.matcher(reason).matches())
                        .orElse(UNKNOWN),
                headers.integer("relay-status").filter(status -> status <= 999).orElse(0),
                cut(headers.text("dead-letter-reason").orElse(""), LONGEST_TEXT),
                cut(headers.text("relay-response").orElse(""), LONGEST_TEXT),
                within(headers.time("relay-first-failed-at").orElse(appendedAt)),
                within(headers.time("relay-last-failed-at").orElse(appendedAt)),
                headers.integer("relay-attempts").orElse(0));
    }

    private static Content content(ConsumerRecord<byte[], byte[]> record, LetterHeaders headers) {
        Optional<String> id = headers.text(CloudEventHeaders.ID).map(text -> cut(text, LONGEST_NAME));
        if (ResponseDecoder.decode(record.value()) instanceof Decoded.Event read) {
            ResponseSubmitted event = read.value();
            return new Content(
                    Optional.of(event.surveyId()),
                    Optional.of(event.responseId()),
                    id,
                    person(event.respondent()).map(person -> new CompanyPerson(event.companyId(), person)),
                    Optional.of(within(event.submittedAt())));
        }
        return new Content(Optional.empty(), Optional.empty(), id, person(record.key()), Optional.empty());
    }

    private static Optional<Person> person(Respondent respondent) {
        if (respondent instanceof Respondent.Braze braze) {
            return Optional.of(new Person(Optional.of(braze.id()), Optional.empty()));
        }
        return respondent instanceof Respondent.External external
                ? Optional.of(new Person(Optional.empty(), Optional.of(external.id())))
                : Optional.empty();
    }

    private static Optional<CompanyPerson> person(byte @Nullable [] key) {
        Matcher parts = KEY.matcher(key == null ? "" : new String(key, StandardCharsets.UTF_8));
        if (!parts.matches() || !Limits.isId(parts.group(3))) {
            return Optional.empty();
        }
        Optional<String> id = Optional.of(parts.group(3));
        Person person =
                parts.group(2).equals("braze") ? new Person(id, Optional.empty()) : new Person(Optional.empty(), id);
        return Optional.of(new CompanyPerson(parts.group(1), person));
    }

    private static String undelivered(LetterHeaders headers) {
        try {
            JsonNode parts = JSON.readTree(headers.text("relay-undelivered").orElse("[]"));
            String text = parts.toString();
            // Postgres has no such character.
            return parts.isArray() && !text.contains("\\u0000") ? text : "[]";
        } catch (JsonProcessingException notOurs) {
            return "[]";
        }
    }

    private static Instant within(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    /** Never through the middle of a pair. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
