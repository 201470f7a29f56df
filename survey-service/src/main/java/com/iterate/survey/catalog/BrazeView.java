package com.iterate.survey.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.survey.braze.BrazeLink;
import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.questions.Question;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Braze settings as the API shows them.
 *
 * @param sends which attribute each question of the draft becomes; a question that becomes none is not there
 * @param link  to paste into a Braze message; a signed one holds a secret and is shown to admins only
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record BrazeView(
        boolean enabled,
        Map<String, String> attributes,
        Set<String> excluded,
        boolean sendAttributes,
        boolean events,
        boolean signed,
        List<Sent> sends,
        Optional<String> link,
        long revision) {

    record Sent(String questionId, String attribute, String type) {}

    static BrazeView of(Survey survey, URI publicUrl) {
        BrazeSettings braze = survey.braze();
        return new BrazeView(
                braze.enabled(),
                braze.attributes(),
                braze.excluded(),
                braze.sendAttributes(),
                braze.events(),
                braze.signed(),
                sends(survey.questions(), braze),
                Optional.of(BrazeLink.of(publicUrl, survey.id(), survey.signingSecret())),
                survey.brazeRevision());
    }

    BrazeView withoutSecrets() {
        return signed
                ? new BrazeView(
                        enabled, attributes, excluded, sendAttributes, events, true, sends, Optional.empty(), revision)
                : this;
    }

    private static List<Sent> sends(List<Question> questions, BrazeSettings braze) {
        List<Sent> sends = new ArrayList<>();
        for (Question question : questions) {
            braze.attributeName(question).ifPresent(name -> question.answerType()
                    .ifPresent(type -> sends.add(new Sent(question.id(), name, type.wireName()))));
        }
        return sends;
    }
}
