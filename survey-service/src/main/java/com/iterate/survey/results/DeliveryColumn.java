package com.iterate.survey.results;

import com.iterate.survey.relay.DeliveryState;
import com.iterate.survey.results.Responses.OneAnswer;
import com.iterate.survey.results.Responses.OneResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file of responses says of their delivery: asked for some at a time, while the file is being written. */
final class DeliveryColumn {

    private static final String UNKNOWN = "unknown";

    /** What somebody should look at comes first. */
    private static final List<String> ORDER = List.of(
            "rejected",
            "waiting",
            "replaying",
            UNKNOWN,
            "discarded",
            "erased",
            "superseded",
            "covered",
            "replayed",
            "accepted");

    private final DeliveryOfResponses delivery;
    private final String company;
    private boolean answers = true;

    DeliveryColumn(DeliveryOfResponses delivery, String company) {
        this.delivery = delivery;
        this.company = company;
    }

    /**
     * Once nothing at all is known of some, nobody is asked about the rest: the relay is away, or they are older than it remembers,
     * and those that follow are older still. A long file must not wait for each part in vain.
     */
    List<OneResponse> addTo(List<OneResponse> some) {
        if (!answers) {
            return some;
        }
        List<OneResponse> told = delivery.addTo(company, some);
        answers = told.stream().flatMap(DeliveryColumn::states).findAny().isEmpty()
                || told.stream().flatMap(DeliveryColumn::states).anyMatch(state -> !state.equals(UNKNOWN));
        return told;
    }

    /** How its answers stand: each state once; empty for a response of which nothing is meant for Braze. */
    static String of(OneResponse response) {
        List<String> states = states(response).distinct().toList();
        return Stream.concat(
                        ORDER.stream().filter(states::contains),
                        states.stream().filter(state -> !ORDER.contains(state)))
                .reduce((one, next) -> one + "; " + next)
                .orElse("");
    }

    private static Stream<String> states(OneResponse response) {
        return response.answers().stream()
                .map(OneAnswer::delivery)
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .map(DeliveryState::state);
    }
}
