package com.iterate.benchmarks.workload;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Numbered answers. The number is the answer's value, so that whoever receives it knows which one it is; it also tells whose
 * answer it is and to which attribute: all people answer the first question, then all the second, and so on. When every
 * attribute of everybody is written, the next number starts over.
 */
public record Workload(int companies, int people, int attributes) {

    /** Two answers with the same slot write the same attribute of the same person. */
    public int slots() {
        return people * attributes;
    }

    public int slot(int number) {
        return number % slots();
    }

    public int company(int number) {
        return number % people % companies;
    }

    public static String companyId(int company) {
        return String.format(Locale.ROOT, "company-%03d", company);
    }

    public ProducerRecord<byte[], byte[]> answer(int number, Instant submittedAt) {
        ResponseSubmitted event = event(number, submittedAt);
        ProducerRecord<byte[], byte[]> answer = new ProducerRecord<>(
                Topic.RESPONSES.name(), event.key().getBytes(StandardCharsets.UTF_8), ResponseEncoder.encode(event));
        CloudEventHeaders.of(new UUID(0, number), "/benchmarks", event)
                .forEach((name, value) -> answer.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return answer;
    }

    private ResponseSubmitted event(int number, Instant submittedAt) {
        int person = number % people;
        int attribute = slot(number) / people;
        return new ResponseSubmitted(
                companyId(company(number)),
                "visit",
                "Visit",
                1,
                Integer.toString(person),
                new Respondent.Braze(brazeId(person)),
                submittedAt.truncatedTo(ChronoUnit.MILLIS),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(new Answer(
                        "q" + attribute,
                        "How?",
                        Optional.of("answer_" + attribute),
                        new AnswerValue.Number(BigDecimal.valueOf(number)),
                        Optional.empty(),
                        Optional.empty())));
    }

    /** 24 hexadecimal digits without a pattern, as Braze's own are. */
    private static String brazeId(int person) {
        long mixed = (person + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return String.format(Locale.ROOT, "%016x%08x", mixed ^ (mixed >>> 32), person);
    }
}
