package com.iterate.survey.questions;

import static com.iterate.survey.questions.Answering.form;
import static com.iterate.survey.questions.Answering.json;

import com.iterate.contracts.AnswerValue;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateInputTest {

    private static final AnswerValue MARCH_27 = new AnswerValue.Date(Instant.parse("2026-03-27T00:00:00Z"));

    @Example
    void a_day_is_its_midnight_in_utc() {
        json(AQuestion.date(), "\"2026-03-27\"").reads("27 March 2026").isValue(MARCH_27);
    }

    @Example
    void three_boxes_and_one_field_are_the_same_day() {
        form(AQuestion.date(), "q.day=27", "q.month=3", "q.year=2026").isValue(MARCH_27);
        form(AQuestion.date(), "q.day= 27 ", "q.month=03", "q.year=2026").isValue(MARCH_27);
        form(AQuestion.date(), "q=2026-03-27").isValue(MARCH_27);
    }

    @Property
    void every_day_goes_through(@ForAll @IntRange(min = 0, max = 730_000) int day) {
        LocalDate date = LocalDate.of(1000, 1, 1).plusDays(day);
        AnswerValue expected = new AnswerValue.Date(Instant.parse(date + "T00:00:00Z"));
        json(AQuestion.date(), "\"" + date + "\"").isValue(expected);
        form(
                        AQuestion.date(),
                        "q.day=" + date.getDayOfMonth(),
                        "q.month=" + date.getMonthValue(),
                        "q.year=" + date.getYear())
                .isValue(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'',3,2026,The date must include a day",
        "27,'',2026,The date must include a month",
        "27,'','',The date must include a month and a year",
        "30,2,2026,'Enter a real date, like 27 3 2026'",
        "27,13,2026,'Enter a real date, like 27 3 2026'",
        "x,3,2026,'Enter a real date, like 27 3 2026'",
        "-1,3,2026,'Enter a real date, like 27 3 2026'",
        "27,3,26,The year must have 4 digits",
        "27,3,0999,Enter a year from 1000 to 2999",
        "27,3,3000,Enter a year from 1000 to 2999"
    })
    void a_wrong_part_is_named(String day, String month, String year, String message) {
        form(AQuestion.date(), "q.day=" + day, "q.month=" + month, "q.year=" + year)
                .isRefusedWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"27.3.2026\"",
                "\"3/27/2026\"",
                "\"2026-3-27\"",
                "\"2026-03-27T00:00:00Z\"",
                "20260327",
                "true",
                "\"2026-02-29\"",
                "\"٢٠٢٦-03-27\""
            })
    void the_api_takes_one_format(String given) {
        json(AQuestion.date(), given).isRefused();
    }

    @Example
    void nothing_is_no_answer() {
        json(AQuestion.date(), "null").isNoAnswer();
        form(AQuestion.date()).isNoAnswer();
        form(AQuestion.date(), "q.day=", "q.month=", "q.year=").isNoAnswer();
    }

    @Example
    void a_day_out_of_range_is_told_the_bound() {
        DateInput march = AQuestion.dateIn(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        json(march, "\"2026-02-28\"").isRefusedWith("Enter a date that is 1 March 2026 or later");
        json(march, "\"2026-04-01\"").isRefusedWith("Enter a date that is 31 March 2026 or earlier");
        json(march, "\"2026-03-27\"").isValue(MARCH_27);
    }
}
