package com.iterate.sandbox.braze;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code POST /users/track}. Everything here runs on the one event loop of the stand-in. */
final class TrackEndpoint {

    /** An answer that never comes must not hold its connection for ever; every client has given up by then. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Clock clock;
    private final Workspaces workspaces;
    private final Gate gate;
    private final Tracker tracker;
    private final Script script;
    private final RequestLog log;
    private final Changes changes;

    TrackEndpoint(Vertx vertx, Clock clock, Workspaces workspaces, Script script, RequestLog log, Changes changes) {
        this.vertx = vertx;
        this.clock = clock;
        this.workspaces = workspaces;
        this.gate = new Gate(workspaces);
        this.tracker = new Tracker(clock);
        this.script = script;
        this.log = log;
        this.changes = changes;
    }

    void handle(HttpServerRequest request) {
        BoundedBody.read(request, Gate.MOST_BYTES, (bytes, text) -> {
            Arrival arrival = new Arrival(
                    request.path(), header(request, "Authorization"), header(request, "Content-Type"), bytes, text);
            Optional<TrackBody> body = TrackBody.read(text);
            TrackBody objects = body.orElseGet(TrackBody::nothing);
            String workspace =
                    gate.opened(arrival.authorization()).map(Workspace::name).orElse("");
            LoggedRequest entry = log.arrived(clock.instant(), workspace, arrival.authorization(), objects);
            Exchange exchange = new Exchange(request, entry, clock, changes);
            Work work = new Work(workspace, objects, gate.refusal(arrival, body));
            Optional<Fault.Effect> effect = script.next(workspace, objects);
            if (effect.isPresent()) {
                obey(effect.get(), work, exchange);
            } else {
                exchange.answer(taken(work), "");
            }
            changes.happened();
        });
    }

    private void obey(Fault.Effect effect, Work work, Exchange exchange) {
        if (effect instanceof Fault.Effect.Answers answers) {
            takeIf(answers.taken(), work);
            exchange.answer(answers.reply(), "scripted answer" + said(answers.taken()));
        } else if (effect instanceof Fault.Effect.Late late) {
            vertx.setTimer(Math.max(1, late.by().toMillis()), timer -> exchange.answer(taken(work), "scripted delay"));
        } else if (effect instanceof Fault.Effect.AppliesLate late) {
            Decision decision = decide(work);
            exchange.answer(decision.reply(), "applied late");
            vertx.setTimer(Math.max(1, late.by().toMillis()), timer -> {
                decision.apply().run();
                changes.happened();
            });
        } else if (effect instanceof Fault.Effect.Silence silence) {
            takeIf(silence.taken(), work);
            exchange.staySilent("scripted silence" + said(silence.taken()));
            vertx.setTimer(SILENCE.toMillis(), timer -> exchange.cut("silence ended"));
        } else if (effect instanceof Fault.Effect.Cut cut) {
            takeIf(cut.taken(), work);
            exchange.cut("connection cut" + said(cut.taken()));
        }
    }

    private void takeIf(Fault.Taken taken, Work work) {
        if (taken == Fault.Taken.TAKEN) {
            taken(work);
        }
    }

    private Reply taken(Work work) {
        Decision decision = decide(work);
        decision.apply().run();
        return decision.reply();
    }

    private Decision decide(Work work) {
        Optional<Workspace> workspace = workspaces.named(work.workspace());
        if (work.refusal().isPresent() || workspace.isEmpty()) {
            return new Decision(work.refusal().orElseGet(() -> Reply.message(401, "Invalid API Key")), () -> {});
        }
        List<Fault> refusals = script.refusals(work.workspace(), work.body());
        Verdict verdict = tracker.judge(work.body(), object -> Script.refusal(refusals, object));
        return new Decision(verdict.reply(), () -> tracker.apply(work.body(), workspace.get(), verdict));
    }

    private static String said(Fault.Taken taken) {
        return taken == Fault.Taken.TAKEN ? ", but taken" : "";
    }

    private static String header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }

    private record Work(String workspace, TrackBody body, Optional<Reply> refusal) {}

    private record Decision(Reply reply, Runnable apply) {}
}
