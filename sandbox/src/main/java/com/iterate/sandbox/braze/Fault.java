package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** One line of the script: for whom, how often, what. */
record Fault(Scope scope, Optional<Integer> times, Effect effect) {

    /** Whether Braze keeps what it was sent although it does not say so. */
    enum Taken {
        TAKEN,
        NOT_TAKEN
    }

    /** Nothing given: everybody. */
    record Scope(Optional<String> workspace, Optional<String> profile, Optional<String> attribute) {

        boolean covers(String workspaceName, TrackBody body) {
            return workspace.map(workspaceName::equals).orElse(true)
                    && profile.map(body.people()::contains).orElse(true)
                    && attribute
                            .map(name -> body.writes().stream()
                                    .anyMatch(write -> write.attribute().equals(name)))
                            .orElse(true);
        }

        boolean covers(JsonObject object) {
            return profile.map(TrackBody.personOf(object)::equals).orElse(true)
                    && attribute.map(object::containsKey).orElse(true);
        }
    }

    sealed interface Effect {

        /** An answer of its own, such as a 503. */
        record Answers(Reply reply, Taken taken) implements Effect {}

        /** The usual answer, late. */
        record Late(Duration by) implements Effect {}

        /** The usual answer at once; the profile changes later. Braze keeps no order between requests. */
        record AppliesLate(Duration by) implements Effect {}

        /** No answer ever. */
        record Silence(Taken taken) implements Effect {}

        /** The connection is cut instead of an answer. */
        record Cut(Taken taken) implements Effect {}

        /** The objects in scope are refused with this text, the others go on. */
        record RefusesObjects(String type) implements Effect {}
    }

    Fault spent() {
        return new Fault(scope, times.map(left -> left - 1), effect);
    }

    boolean isSpent() {
        return times.map(left -> left <= 0).orElse(false);
    }
}
