package com.iterate.survey.results;

import com.iterate.survey.relay.Deliveries;
import com.iterate.survey.relay.Position;
import com.iterate.survey.relay.Told;
import com.iterate.survey.results.Responses.OneAnswer;
import com.iterate.survey.results.Responses.OneResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts beside each answer what the relay says of it. */
@Singleton
class DeliveryOfResponses {

    private final Deliveries deliveries;

    DeliveryOfResponses(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    List<OneResponse> addTo(String company, List<OneResponse> responses) {
        List<Position> positions = responses.stream()
                .flatMap(response -> response.answers().stream())
                .filter(OneAnswer::isMeantForBraze)
                .map(OneAnswer::position)
                .toList();
        Map<Position, Told> told = deliveries.of(company, positions);
        return responses.stream()
                .map(response -> response.with(response.answers().stream()
                        .map(answer -> told(answer, Optional.ofNullable(told.get(answer.position()))))
                        .toList()))
                .toList();
    }

    private static OneAnswer told(OneAnswer answer, Optional<Told> of) {
        if (of.isEmpty() || answer.delivery().isEmpty()) {
            return answer;
        }
        return answer.with(answer.delivery().get().stream()
                .map(form -> of.get().of(answer.questionId(), form.as()))
                .toList());
    }
}
