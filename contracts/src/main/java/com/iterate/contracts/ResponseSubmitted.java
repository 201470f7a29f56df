package com.iterate.contracts;

import static com.iterate.contracts.InvalidEvent.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody answered. The value of a record on {@link Topic#RESPONSES}; {@code response-submitted.schema.json} is the same
 * contract for other languages.
 *
 * @param companyId     {@code [a-z0-9-]{1,40}}
 * @param surveyName    for the Braze event; the survey's id where a publisher gives none
 * @param surveyVersion the published version that was answered, from 1
 * @param responseId    one person's pass through the survey; the same for all its events
 * @param submittedAt   when the answer was accepted; among answers to one attribute the newest wins
 * @param completed     whether these answers end the pass
 * @param deliver       empty: recorded, not relayed
 * @param answers       at least one, each question once
 */
public record ResponseSubmitted(
        String companyId,
        String surveyId,
        String surveyName,
        int surveyVersion,
        String responseId,
        Respondent respondent,
        Instant submittedAt,
        boolean completed,
        Set<Delivery> deliver,
        List<Answer> answers) {

    public ResponseSubmitted {
        check(Limits.isCompanyId(companyId), "companyId must be 1 to 40 of a-z, 0-9 and -");
        check(Limits.isId(surveyId), "surveyId must be 1 to 987 bytes without surrounding blanks");
        check(!surveyName.isBlank(), "surveyName must not be blank");
        check(Limits.isText(surveyName), Limits.NOT_A_TEXT);
        check(Times.hasFourDigitYear(submittedAt), Times.YEARS);
        check(surveyVersion > 0, "surveyVersion starts at 1");
        check(Limits.isId(responseId), "responseId must be 1 to 987 bytes without surrounding blanks");
        deliver = Delivery.shared(deliver);
        answers = List.copyOf(answers);
        check(!answers.isEmpty(), "answers must hold at least one answer");
        check(eachOnce(answers), "answers must name each question once");
    }

    private static boolean eachOnce(List<Answer> answers) {
        if (answers.size() == 1) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        return answers.stream().map(Answer::questionId).allMatch(seen::add);
    }

    /** The Kafka key: all answers of one person lie in one partition, in order. */
    public String key() {
        return companyId + kindOfKey() + idInKey();
    }

    /** Whether these bytes are {@link #key()} in UTF-8. Asked of every record that is read, so it seldom makes the key. */
    public boolean hasKey(byte[] key) {
        int kindAt = companyId.length();
        int idAt = kindAt + kindOfKey().length();
        boolean hasItInAscii = key.length == idAt + idInKey().length()
                && stands(companyId, key, 0)
                && stands(kindOfKey(), key, kindAt)
                && stands(idInKey(), key, idAt);
        return hasItInAscii || Arrays.equals(key, key().getBytes(StandardCharsets.UTF_8));
    }

    private String kindOfKey() {
        if (respondent instanceof Respondent.Braze) {
            return "|braze:";
        }
        return respondent instanceof Respondent.External ? "|external:" : "|anonymous:";
    }

    private String idInKey() {
        if (respondent instanceof Respondent.Braze braze) {
            return braze.id();
        }
        return respondent instanceof Respondent.External external ? external.id() : responseId;
    }

    /** A byte beyond ASCII is negative, and no character. */
    private static boolean stands(String text, byte[] in, int at) {
        for (int i = 0; i < text.length(); i++) {
            if (in[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
