package com.iterate.survey.braze;

import com.iterate.contracts.Delivery;
import com.iterate.survey.questions.Question;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of one survey goes to Braze. It belongs to the survey, not to a version: switching off acts at once.
 *
 * @param attributes     question id to the name that somebody chose; the others are named after their prompt
 * @param excluded       ids of questions of which Braze gets nothing
 * @param sendAttributes whether answers become custom attributes
 * @param events         whether each answer also is an event {@code survey-question-response}
 * @param signed         whether only a link that Braze signed says who answers
 */
public record BrazeSettings(
        boolean enabled,
        Map<String, String> attributes,
        Set<String> excluded,
        boolean sendAttributes,
        boolean events,
        boolean signed) {

    public static final BrazeSettings OFF = new BrazeSettings(false, Map.of(), Set.of(), true, false, false);

    public BrazeSettings {
        attributes = Map.copyOf(attributes);
        excluded = Set.copyOf(excluded);
    }

    /** Where an answer to this question goes; nowhere: it is recorded and not relayed. */
    public Set<Delivery> deliver(Question question) {
        Set<Delivery> deliver = EnumSet.noneOf(Delivery.class);
        if (attributeName(question).isPresent()) {
            deliver.add(Delivery.BRAZE_ATTRIBUTES);
        }
        if (sendsAnything(question) && events) {
            deliver.add(Delivery.BRAZE_EVENTS);
        }
        return deliver;
    }

    /** The name that somebody chose; goes into the event that crosses Kafka. */
    public Optional<String> chosenName(Question question) {
        return Optional.ofNullable(attributes.get(question.id())).map(String::strip);
    }

    /** The name on the profile; empty: the answer becomes no attribute. */
    public Optional<String> attributeName(Question question) {
        if (!sendsAnything(question) || !sendAttributes) {
            return Optional.empty();
        }
        return chosenName(question)
                .or(() -> question.becomesAttributeUnnamed()
                        ? Optional.of(question.prompt().strip())
                        : Optional.empty());
    }

    private boolean sendsAnything(Question question) {
        return enabled && question.answerType().isPresent() && !excluded.contains(question.id());
    }
}
