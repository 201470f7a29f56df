package com.iterate.survey.questions;

import static com.iterate.survey.questions.Answering.form;
import static com.iterate.survey.questions.Answering.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextQuestionsTest {

    private static final Email EMAIL = new Email("q", "Your e-mail?", Optional.empty(), false);
    private static final Phone PHONE = new Phone("q", "Your number?", Optional.empty(), false);
    private static final Url URL = new Url("q", "Your site?", Optional.empty(), false);

    @Property
    void no_text_makes_a_check_fail_or_run_away(@ForAll String given) {
        for (Question question : new Question[] {
            AQuestion.shortText(), AQuestion.longText("q", "Why?"), EMAIL, PHONE, URL, AQuestion.date()
        }) {
            assertThat(question.check(new TextNode(given))).isNotNull();
        }
    }

    @Example
    void a_zero_is_a_text_like_any_other() {
        json(AQuestion.shortText(), "\"0\"").isText("0");
    }

    @Example
    void blanks_are_no_answer() {
        json(AQuestion.shortText(), "\" \\n \"").isNoAnswer();
        form(AQuestion.shortText(), "q=   ").isNoAnswer();
    }

    @Example
    void a_short_text_fits_a_braze_string() {
        json(AQuestion.shortText(), "\"" + "x".repeat(255) + "\"").isText("x".repeat(255));
        json(AQuestion.shortText(), "\"" + "x".repeat(256) + "\"")
                .isRefusedWith("Enter 255 characters or fewer; you have entered 256");
    }

    @Example
    void a_short_text_is_one_line_and_a_long_one_keeps_its_lines() {
        json(AQuestion.shortText(), "\"one\\r\\ntwo\"").isText("one two");
        json(AQuestion.longText("q", "Why?"), "\"one\\r\\ntwo\"").isText("one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "{}"})
    void only_text_is_text(String given) {
        json(AQuestion.shortText(), given).isRefusedWith("Enter an answer");
    }

    @Example
    void what_no_database_stores_is_refused() {
        json(AQuestion.shortText(), "\"a\\u0000b\"").isRefusedWith("Enter text without control characters");
        json(AQuestion.shortText(), "\"a\\ud800b\"").isRefusedWith("Enter text without control characters");
        json(AQuestion.shortText(), "\"a\\ud83d\\ude00b\"").isText("a😀b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.com", "a+b@sub.example.co", "ÿ@bücher.example", "o'neil@example.com"})
    void an_email_address_is_taken_as_written(String address) {
        form(EMAIL, "q=" + address).isText(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ana", "ana@", "@example.com", "ana@example", "a b@example.com", "a@b@c.de", "a@.de", "a@b..de"})
    void what_is_no_email_address_is_told_how_one_looks(String given) {
        form(EMAIL, "q=" + given).isRefusedWith("Enter an e-mail address, like name@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 20 7946 0000", "(020) 7946-0000", "030/12345678", "123456"})
    void a_phone_number_is_taken_as_written(String number) {
        form(PHONE, "q=" + number).isText(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567890123456", "call me", "++44 20 7946", "020 x 7946"})
    void what_is_no_phone_number_is_refused(String given) {
        form(PHONE, "q=" + given).isRefused();
    }

    @Example
    void a_web_address_may_lack_its_scheme() {
        form(URL, "q=example.com/a?b=c").isText("https://example.com/a?b=c");
        form(URL, "q=http://example.com").isText("http://example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript://example.com/%0aalert(1)",
                "ftp://example.com",
                "://",
                "https://",
                "https://localhost",
                "https://user:pw@example.com",
                "not an address",
                "mailto:ana@example.com"
            })
    void what_is_no_web_address_is_refused(String given) {
        form(URL, "q=" + given).isRefusedWith("Enter a web address, like https://example.com");
    }
}
