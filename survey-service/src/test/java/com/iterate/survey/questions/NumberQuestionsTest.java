package com.iterate.survey.questions;

import static com.iterate.survey.questions.Answering.form;
import static com.iterate.survey.questions.Answering.json;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberQuestionsTest {

    @Example
    void an_nps_of_zero_is_an_answer() {
        json(AQuestion.nps(), "0").reads("0").isNumber("0");
        form(AQuestion.nps(), "q=0").isNumber("0");
    }

    @Property
    void every_whole_number_in_range_is_an_answer_and_stays_itself(@ForAll @IntRange(min = 0, max = 10) int points) {
        json(AQuestion.nps(), points + ".0").isNumber(Integer.toString(points));
        form(AQuestion.nps(), "q= " + points + " ").isNumber(Integer.toString(points));
    }

    @Property
    void no_number_out_of_range_is_an_answer(@ForAll int points) {
        if (points < 0 || points > 10) {
            json(AQuestion.nps(), Integer.toString(points)).isRefusedWith("Choose a number from 0 to 10");
            form(AQuestion.nps(), "q=" + points).isRefusedWith("Choose a number from 0 to 10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"9\"", "true", "[9]", "{}", "9.5", "1e999999999", "\"\""})
    void the_api_takes_numbers_only(String given) {
        json(AQuestion.nps(), given).isRefused();
    }

    @Example
    void null_and_absent_are_no_answer_unless_one_is_required() {
        json(AQuestion.nps(), "null").isNoAnswer();
        json(AQuestion.nps(), "").isNoAnswer();
        form(AQuestion.nps()).isNoAnswer();
        Nps required = new Nps("q", "How likely?", Optional.empty(), true, Optional.empty());
        json(required, "null").isRefusedWith("Choose a number from 0 to 10");
        form(required, "q=").isRefusedWith("Choose a number from 0 to 10");
    }

    @ParameterizedTest
    @CsvSource({"3,3,true", "3,4,false", "10,10,true", "5,0,false", "7,7,true"})
    void a_rating_goes_from_one_to_its_highest(int highest, String given, boolean taken) {
        if (taken) {
            json(AQuestion.rating(highest), given).isNumber(given);
        } else {
            json(AQuestion.rating(highest), given).isRefusedWith("Choose a number from 1 to " + highest);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,true", "2.5,true", "2.50,true", "1,false", "100,true", "102.5,false", "-2.5,false", "1e-300,false"})
    void a_scale_takes_its_steps_only(String given, boolean taken) {
        if (taken) {
            json(AQuestion.scale("0", "100", "2.5"), given)
                    .isNumber(
                            new java.math.BigDecimal(given).stripTrailingZeros().toPlainString());
        } else {
            json(AQuestion.scale("0", "100", "2.5"), given)
                    .isRefusedWith("Choose a number from 0 to 100, in steps of 2.5");
        }
    }

    @Property
    void a_scale_takes_every_one_of_its_steps(@ForAll @IntRange(min = 0, max = 40) int step) {
        String position = Integer.toString(-20 + step);
        json(AQuestion.scale("-20", "20", "1"), position).isNumber(position);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,1.5",
        "'1,5',1.5",
        "+7,7",
        "-0,0",
        "007,7",
        "1000,1000",
    })
    void a_typed_number_may_be_written_as_people_write(String typed, String expected) {
        form(AQuestion.anyNumber(2), "q=" + typed).isNumber(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1.2.3", "ten", "1e3", "0x10", "--1", "١"})
    void what_may_mean_two_numbers_or_none_is_asked_again(String typed) {
        form(AQuestion.anyNumber(2), "q=" + typed).isRefusedWith("Enter a number, like 1000 or 2.5");
    }

    @Example
    void a_number_out_of_bounds_is_told_the_bound() {
        json(AQuestion.number("0", "120", 0), "-1").isRefusedWith("Enter a number that is 0 or more");
        json(AQuestion.number("0", "120", 0), "121").isRefusedWith("Enter a number that is 120 or less");
        json(AQuestion.number("0", "120", 0), "1.5").isRefusedWith("Enter a whole number");
        json(AQuestion.number("0", "120", 1), "1.55")
                .isRefusedWith("Enter a number with at most 1 digits after the point");
        json(AQuestion.number("0", "120", 0), "0").isNumber("0");
    }

    @Example
    void more_digits_than_braze_keeps_are_refused() {
        json(AQuestion.anyNumber(0), "999999999999999").isNumber("999999999999999");
        json(AQuestion.anyNumber(0), "1000000000000000").isRefusedWith("Enter a number with at most 15 digits");
        json(AQuestion.anyNumber(6), "1234567890.123456").isRefusedWith("Enter a number with at most 15 digits");
    }
}
