package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to go wrong next. */
final class Script {

    private final List<Fault> faults = new ArrayList<>();

    void replace(List<Fault> wanted) {
        faults.clear();
        faults.addAll(wanted);
    }

    int length() {
        return faults.size();
    }

    /** The first fault for the whole request that covers it; counts as used. */
    Optional<Fault.Effect> next(String workspace, TrackBody body) {
        for (int at = 0; at < faults.size(); at++) {
            Fault fault = faults.get(at);
            if (!(fault.effect() instanceof Fault.Effect.RefusesObjects)
                    && fault.scope().covers(workspace, body)) {
                faults.set(at, fault.spent());
                faults.removeIf(Fault::isSpent);
                return Optional.of(fault.effect());
            }
        }
        return Optional.empty();
    }

    /** The refusals of single objects that cover this request; each counts as used once. */
    List<Fault> refusals(String workspace, TrackBody body) {
        List<Fault> used = new ArrayList<>();
        for (int at = 0; at < faults.size(); at++) {
            Fault fault = faults.get(at);
            if (fault.effect() instanceof Fault.Effect.RefusesObjects
                    && fault.scope().covers(workspace, body)) {
                used.add(fault);
                faults.set(at, fault.spent());
            }
        }
        faults.removeIf(Fault::isSpent);
        return used;
    }

    static String refusal(List<Fault> refusals, JsonObject object) {
        return refusals.stream()
                .filter(fault -> fault.scope().covers(object))
                .map(Fault::effect)
                .filter(Fault.Effect.RefusesObjects.class::isInstance)
                .map(effect -> ((Fault.Effect.RefusesObjects) effect).type())
                .findFirst()
                .orElse("");
    }
}
