package com.iterate.relay.projection;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Records;
import com.iterate.relay.deadletters.Undelivered;
import com.iterate.relay.letters.ErrorTexts;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.LetterStates;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A dead letter for tests, onto the topic or straight into the table. */
public final class ALetter {

    /** Beyond the partitions of the topic: the projector of the relay under test does not come there. */
    private static final int PARTITION = 1000;

    private static final AtomicLong NEXT_OFFSET = new AtomicLong();

    private String company = "acme";
    private String survey = "survey-1";
    private Respondent person = new Respondent.Braze("ana");
    private Reason reason = Reason.REJECTED;
    private int status = 400;
    private String response = "'external_id' is too long";
    private Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private String answer = "slow";
    private Optional<String> content = Optional.empty();
    private Optional<String> key = Optional.empty();

    private ALetter() {}

    public static ALetter aLetter() {
        return new ALetter();
    }

    public ALetter of(String id) {
        company = id;
        return this;
    }

    public ALetter to(String surveyId) {
        survey = surveyId;
        return this;
    }

    public ALetter from(String brazeId) {
        person = new Respondent.Braze(brazeId);
        return this;
    }

    public ALetter dyingOf(Reason cause) {
        reason = cause;
        status = cause == Reason.REJECTED || cause == Reason.BRAZE_ERROR ? status : 0;
        return this;
    }

    public ALetter withStatus(int code) {
        status = code;
        return this;
    }

    public ALetter saying(String words) {
        response = words;
        return this;
    }

    public ALetter answering(String text) {
        answer = text;
        return this;
    }

    public ALetter at(Instant moment) {
        at = moment;
        return this;
    }

    public ALetter withContent(String text) {
        content = Optional.of(text);
        return this;
    }

    public ALetter withKey(String text) {
        key = Optional.of(text);
        return this;
    }

    public DeadLetter deadLetter() {
        ResponseSubmitted event = new ResponseSubmitted(
                company.isEmpty() ? "acme" : company,
                survey,
                "Survey",
                1,
                "response-1",
                person,
                at.minusSeconds(60),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(
                        answer("q1", new AnswerValue.Text(answer)),
                        answer("q2", new AnswerValue.Number(new BigDecimal(9)))));
        OriginalRecord original = new OriginalRecord(
                "survey.responses.v1",
                1,
                42,
                at.minusSeconds(60),
                bytes(key.orElse(event.key())),
                content.map(ALetter::bytes).orElseGet(() -> ResponseEncoder.encode(event)),
                List.of(new OriginalHeader("ce_id", bytes("event-1"))));
        List<Undelivered> undelivered =
                content.isPresent() ? List.of() : List.of(new Undelivered("q1", "attribute", reason, status, response));
        return new DeadLetter(original, reason, company, response, undelivered, 2, List.of(), at.minusSeconds(9), at);
    }

    /** Into the table, as the projector does. */
    public LetterId in(DataSource database) {
        long offset = NEXT_OFFSET.getAndIncrement();
        Projected letter = LetterReading.read(Records.whole(deadLetter(), PARTITION, offset));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new LetterStates().alone(connection);
            ErrorTexts.remember(connection, List.of(letter.failure().fingerprint()));
            LetterTable.insert(connection, List.of(letter), 10);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return letter.id();
    }

    private static Answer answer(String question, AnswerValue value) {
        return new Answer(
                question, "How?", Optional.of("attribute-" + question), value, Optional.empty(), Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
