package com.iterate.settings.probing;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.settings.connections.ApiKey;
import com.iterate.settings.outgoing.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {

    private static final ApiKey KEY = new ApiKey("secret-1234567890");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "400 | {\"message\":\"Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.\"} | accepted",
                "201 | {\"message\":\"success\",\"attributes_processed\":0} | accepted",
                "202 | {\"message\":\"queued\"}             | accepted",
                "200 | <html>Welcome</html>                 | not-braze",
                "200 | OK                                   | unclear",
                "200 | {\"message\":\"Welcome\"}            | unclear",
                "200 | ´´                                   | unclear",
                "400 | {\"message\":\"Bad Request\"}        | unclear",
                "400 | Valid data must be provided          | unclear",
                "401 | {\"message\":\"Invalid API key\"}    | key-not-known",
                "401 | <html>Proxy login</html>             | not-braze",
                "403 | {\"message\":\"Access Denied\"}      | permission-missing",
                "404 | {\"message\":\"Invalid URL\"}        | not-braze",
                "415 | {}                                   | not-braze",
                "301 | ´´                                   | not-braze",
                "429 | {\"message\":\"Rate limited\"}       | rate-limited",
                "500 | {\"message\":\"success\"}            | braze-failing",
                "503 | <html>Busy</html>                    | braze-failing",
                "418 | {\"message\":\"success\"}            | unclear"
            })
    void an_answer_is_read_as_braze_documents_it(int status, String body, String result) {
        Verdict verdict = Judge.verdict(new Reply.Answered(status, body), KEY);

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.status()).contains(status);
        assertThat(verdict.message()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void no_answer_is_unreachable_and_says_what_to_look_at(Reply.Failure failure) {
        Verdict verdict = Judge.verdict(new Reply.Failed(failure), KEY);

        assertThat(verdict.result()).isEqualTo("unreachable");
        assertThat(verdict.status()).isEmpty();
        assertThat(verdict.message()).hasSizeGreaterThan(40);
    }

    @Test
    void a_wrong_key_and_a_wrong_cluster_are_both_named_because_braze_does_not_tell_them_apart() {
        assertThat(Judge.verdict(new Reply.Answered(401, "{}"), KEY).message())
                .contains("key is wrong", "another cluster");
    }

    @Test
    void a_server_that_repeats_the_key_does_not_make_us_show_it() {
        Verdict verdict =
                Judge.verdict(new Reply.Answered(401, "{\"message\":\"unknown: secret-1234567890\r\n\"}"), KEY);

        assertThat(verdict.braze().orElse("")).contains("unknown: …").doesNotContain("secret", "\n");
    }
}
