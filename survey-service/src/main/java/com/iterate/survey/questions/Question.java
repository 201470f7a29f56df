package com.iterate.survey.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One question of a survey. Its id and its kind stay the same over all versions; everything else may be edited. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Nps.class, name = Nps.TYPE),
    @JsonSubTypes.Type(value = Csat.class, name = Csat.TYPE),
    @JsonSubTypes.Type(value = Ces.class, name = Ces.TYPE),
    @JsonSubTypes.Type(value = Rating.class, name = Rating.TYPE),
    @JsonSubTypes.Type(value = Scale.class, name = Scale.TYPE),
    @JsonSubTypes.Type(value = NumberInput.class, name = NumberInput.TYPE),
    @JsonSubTypes.Type(value = YesNo.class, name = YesNo.TYPE),
    @JsonSubTypes.Type(value = Consent.class, name = Consent.TYPE),
    @JsonSubTypes.Type(value = SingleChoice.class, name = SingleChoice.TYPE),
    @JsonSubTypes.Type(value = MultipleChoice.class, name = MultipleChoice.TYPE),
    @JsonSubTypes.Type(value = Ranking.class, name = Ranking.TYPE),
    @JsonSubTypes.Type(value = ShortText.class, name = ShortText.TYPE),
    @JsonSubTypes.Type(value = LongText.class, name = LongText.TYPE),
    @JsonSubTypes.Type(value = Email.class, name = Email.TYPE),
    @JsonSubTypes.Type(value = Phone.class, name = Phone.TYPE),
    @JsonSubTypes.Type(value = Url.class, name = Url.TYPE),
    @JsonSubTypes.Type(value = DateInput.class, name = DateInput.TYPE),
    @JsonSubTypes.Type(value = Statement.class, name = Statement.TYPE)
})
@Schema(
        discriminatorProperty = "type",
        oneOf = {
            Nps.class,
            Csat.class,
            Ces.class,
            Rating.class,
            Scale.class,
            NumberInput.class,
            YesNo.class,
            Consent.class,
            SingleChoice.class,
            MultipleChoice.class,
            Ranking.class,
            ShortText.class,
            LongText.class,
            Email.class,
            Phone.class,
            Url.class,
            DateInput.class,
            Statement.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = Nps.TYPE, schema = Nps.class),
            @DiscriminatorMapping(value = Csat.TYPE, schema = Csat.class),
            @DiscriminatorMapping(value = Ces.TYPE, schema = Ces.class),
            @DiscriminatorMapping(value = Rating.TYPE, schema = Rating.class),
            @DiscriminatorMapping(value = Scale.TYPE, schema = Scale.class),
            @DiscriminatorMapping(value = NumberInput.TYPE, schema = NumberInput.class),
            @DiscriminatorMapping(value = YesNo.TYPE, schema = YesNo.class),
            @DiscriminatorMapping(value = Consent.TYPE, schema = Consent.class),
            @DiscriminatorMapping(value = SingleChoice.TYPE, schema = SingleChoice.class),
            @DiscriminatorMapping(value = MultipleChoice.TYPE, schema = MultipleChoice.class),
            @DiscriminatorMapping(value = Ranking.TYPE, schema = Ranking.class),
            @DiscriminatorMapping(value = ShortText.TYPE, schema = ShortText.class),
            @DiscriminatorMapping(value = LongText.TYPE, schema = LongText.class),
            @DiscriminatorMapping(value = Email.TYPE, schema = Email.class),
            @DiscriminatorMapping(value = Phone.TYPE, schema = Phone.class),
            @DiscriminatorMapping(value = Url.TYPE, schema = Url.class),
            @DiscriminatorMapping(value = DateInput.TYPE, schema = DateInput.class),
            @DiscriminatorMapping(value = Statement.TYPE, schema = Statement.class)
        })
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Question
        permits PointsQuestion, Scale, NumberInput, YesNo, Consent, ChoiceQuestion, TextQuestion, DateInput, Statement {

    String id();

    String prompt();

    /** A line under the prompt that helps to answer. */
    Optional<String> help();

    boolean required();

    /** The word for this kind in JSON and in the Braze event, such as {@code nps}. */
    String wireName();

    /** Empty where nothing is asked. */
    Optional<AnswerType> answerType();

    /** Whether the answer becomes an attribute although nobody chose a name for it. */
    default boolean becomesAttributeUnnamed() {
        return answerType().isPresent();
    }

    /** Checks an answer of the API; JSON {@code null} is no answer. A required question is never {@code Unanswered}. */
    Checked check(JsonNode given);

    /** Checks what a browser posted, with or without JavaScript. The fields are named after the question's id. */
    Checked check(Form form);
}
