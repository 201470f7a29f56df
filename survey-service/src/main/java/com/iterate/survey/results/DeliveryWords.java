package com.iterate.survey.results;

import com.iterate.survey.relay.DeliveryState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the delivery of an answer stands, in words.
 *
 * @param state  for the stylesheet; the relay's word
 * @param as     what it becomes in Braze; empty text where there is only one
 * @param said   more about it; may be empty
 * @param letter number of the dead letter of a rejected one
 */
record DeliveryWords(String state, String as, String name, String said, Optional<Moment> at, Optional<String> letter) {

    static List<DeliveryWords> of(Optional<List<DeliveryState>> delivery) {
        if (delivery.isEmpty()) {
            return List.of(plain("unknown", "Delivery not known", "It was read before deliveries were taken down."));
        }
        List<DeliveryState> forms = delivery.get();
        return forms.isEmpty()
                ? List.of(plain("none", "Not meant for Braze", ""))
                : forms.stream()
                        .map(form -> of(form, forms.size() == 1 ? "" : form.as()))
                        .toList();
    }

    boolean isOnItsWay() {
        return state.equals("waiting") || state.equals("replaying");
    }

    private static DeliveryWords plain(String state, String name, String said) {
        return new DeliveryWords(state, "", name, said, Optional.empty(), Optional.empty());
    }

    private static DeliveryWords of(DeliveryState form, String as) {
        return new DeliveryWords(
                form.state(),
                as,
                name(form.state()),
                said(form),
                form.at().or(form::since).map(Moment::of),
                form.letter());
    }

    private static String name(String state) {
        return switch (state) {
            case "waiting" -> "Waiting";
            case "accepted" -> "Accepted by Braze";
            case "covered" -> "Covered by a newer answer";
            case "superseded" -> "A newer answer stays";
            case "rejected" -> "Not delivered";
            case "replaying" -> "Being replayed";
            case "replayed" -> "Delivered by a replay";
            case "discarded" -> "Discarded";
            case "erased" -> "Erased";
            default -> "Not known";
        };
    }

    private static String said(DeliveryState form) {
        if (form.state().equals("unknown")) {
            return "Delivery does not answer at present, or remembers it no more.";
        }
        return Stream.of(
                        form.why(),
                        form.reason(),
                        form.status().filter(status -> status > 0).map(status -> "HTTP " + status),
                        form.words())
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
