package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Takes the objects of a request one by one, each with its own verdict, and says what Braze would say. */
final class Tracker {

    private static final String NOTHING_VALID =
            "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.";

    private final Clock clock;

    Tracker(Clock clock) {
        this.clock = clock;
    }

    /** @param scripted an error that the script wants for an object; blank for none */
    Verdict judge(TrackBody body, Function<JsonObject, String> scripted) {
        JsonArray errors = new JsonArray();
        JsonObject counts = new JsonObject();
        int good = 0;
        for (TrackKind kind : TrackKind.values()) {
            List<Object> objects = body.of(kind);
            int processed = 0;
            for (int index = 0; index < objects.size(); index++) {
                try {
                    check(kind, objects.get(index), scripted);
                    processed++;
                } catch (BadObject bad) {
                    errors.add(new JsonObject()
                            .put("type", bad.type())
                            .put("input_array", kind.field())
                            .put("index", index));
                }
            }
            if (body.arrays().containsKey(kind)) {
                counts.put(kind.counter(), processed);
            }
            good += processed;
        }
        return new Verdict(good > 0, reply(good, counts, errors), errors);
    }

    /** Writes what the verdict left standing, in Braze's order of the arrays. */
    void apply(TrackBody body, Workspace workspace, Verdict verdict) {
        Instant now = clock.instant();
        AttributeWriter attributes = new AttributeWriter(workspace, now);
        EventWriter events = new EventWriter(workspace, now);
        for (TrackKind kind : TrackKind.values()) {
            List<Object> objects = body.of(kind);
            for (int index = 0; index < objects.size(); index++) {
                if (verdict.accepts(kind, index) && objects.get(index) instanceof JsonObject object) {
                    try {
                        if (kind == TrackKind.ATTRIBUTES) {
                            attributes.write(object);
                        } else {
                            events.write(kind, object);
                        }
                    } catch (BadObject bad) {
                        throw new IllegalStateException("was checked before", bad);
                    }
                }
            }
        }
    }

    private static void check(TrackKind kind, Object entry, Function<JsonObject, String> scripted) throws BadObject {
        if (!(entry instanceof JsonObject object)) {
            throw new BadObject("'" + kind.field() + "' must hold objects");
        }
        String wanted = scripted.apply(object);
        if (!wanted.isBlank()) {
            throw new BadObject(wanted);
        }
        if (kind == TrackKind.ATTRIBUTES) {
            AttributeWriter.check(object);
        } else {
            EventWriter.check(kind, object);
        }
    }

    private static Reply reply(int good, JsonObject counts, JsonArray errors) {
        JsonObject body = new JsonObject().put("message", good > 0 ? "success" : NOTHING_VALID);
        if (good > 0) {
            body.mergeIn(counts);
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return Reply.json(good > 0 ? 201 : 400, body);
    }
}
