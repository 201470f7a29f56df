package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day. In a form it is {@code <id>.day}, {@code <id>.month}, {@code <id>.year}, or one field {@code <id>} as 2026-09-12. */
public record DateInput(
        String id,
        String prompt,
        Optional<String> help,
        boolean required,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest)
        implements Question {

    static final String TYPE = "date";

    private static final String WHAT_TO_DO = "Enter a date, like 27 3 2026";

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public DateInput {
        Ids.check(id, prompt, help);
        InvalidQuestion.check(
                earliest.isEmpty() || latest.isEmpty() || !earliest.get().isAfter(latest.get()),
                "earliest must not be after latest");
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.DATE);
    }

    @Override
    public Checked check(JsonNode given) {
        if (Numbers.isAbsent(given)) {
            return Checked.leftOut(this, WHAT_TO_DO);
        }
        return given.isTextual()
                ? checkIso(given.textValue().strip())
                : new Checked.Invalid("Enter a date as year-month-day, like 2026-03-27");
    }

    @Override
    public Checked check(Form form) {
        String day = form.text(id + ".day");
        String month = form.text(id + ".month");
        String year = form.text(id + ".year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return checkIso(form.text(id));
        }
        List<String> missing = new ArrayList<>();
        if (day.isEmpty()) {
            missing.add("a day");
        }
        if (month.isEmpty()) {
            missing.add("a month");
        }
        if (year.isEmpty()) {
            missing.add("a year");
        }
        if (!missing.isEmpty()) {
            return new Checked.Invalid("The date must include " + String.join(" and ", missing));
        }
        if (!isWhole(day, 2) || !isWhole(month, 2)) {
            return new Checked.Invalid("Enter a real date, like 27 3 2026");
        }
        if (!isWhole(year, 4) || year.length() != 4) {
            return new Checked.Invalid("The year must have 4 digits");
        }
        return checkDay(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private Checked checkIso(String text) {
        if (text.isEmpty()) {
            return Checked.leftOut(this, WHAT_TO_DO);
        }
        if (!ISO.matcher(text).matches()) {
            return new Checked.Invalid("Enter a date as year-month-day, like 2026-03-27");
        }
        return checkDay(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(5, 7)),
                Integer.parseInt(text.substring(8)));
    }

    private static boolean isWhole(String text, int mostDigits) {
        return text.length() <= mostDigits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Checked checkDay(int year, int month, int day) {
        // Braze keeps years beyond these as text, and the attribute would never be a date again.
        if (year < 1000 || year > 2999) {
            return new Checked.Invalid("Enter a year from 1000 to 2999");
        }
        try {
            return checkRange(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return new Checked.Invalid("Enter a real date, like 27 3 2026");
        }
    }

    private Checked checkRange(LocalDate date) {
        if (earliest.isPresent() && date.isBefore(earliest.get())) {
            return new Checked.Invalid("Enter a date that is " + READABLE.format(earliest.get()) + " or later");
        }
        if (latest.isPresent() && date.isAfter(latest.get())) {
            return new Checked.Invalid("Enter a date that is " + READABLE.format(latest.get()) + " or earlier");
        }
        AnswerValue midnight =
                new AnswerValue.Date(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Checked.Valid(midnight, READABLE.format(date));
    }
}
