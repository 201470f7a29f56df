package com.iterate.relay.delivery;

import com.iterate.relay.letters.LetterAccess;
import com.iterate.relay.replay.DryRun.Outlook;
import com.iterate.relay.replay.Progress;
import com.iterate.relay.replay.ReplayConfig;
import com.iterate.relay.replay.ReplayResource;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Before a replay: what it would do. Nothing is sent until somebody has seen that and says so. */
@Path("/delivery/replays/plan")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
class PlanPage {

    private final LetterAccess access;
    private final ReplayResource replays;
    private final ReplayConfig config;

    PlanPage(LetterAccess access, ReplayResource replays, ReplayConfig config) {
        this.access = access;
        this.replays = replays;
        this.config = config;
    }

    /** @param problem why it cannot be done so; empty text if it can */
    record plan(Plan plan, Optional<Forecast> forecast, String problem) implements TemplateInstance {}

    @POST
    @Operation(hidden = true)
    public Response plan(MultivaluedMap<String, String> form) {
        access.member(Role.ADMIN);
        Plan plan = Plan.of(form, config);
        try {
            return DeadLettersPage.page(200, new plan(plan, forecast(plan), ""));
        } catch (Problem wrong) {
            return again(plan, wrong);
        }
    }

    @POST
    @Path("/start")
    @Operation(hidden = true)
    public Response start(MultivaluedMap<String, String> form) {
        access.member(Role.ADMIN);
        Plan plan = Plan.of(form, config);
        try {
            return replays.start(plan.started()).getEntity() instanceof Progress started
                    ? Response.seeOther(URI.create("/delivery/replays/" + started.id()))
                            .build()
                    : plan(form);
        } catch (Problem wrong) {
            return again(plan, wrong);
        }
    }

    private Optional<Forecast> forecast(Plan plan) {
        return replays.start(plan.tried()).getEntity() instanceof Outlook outlook
                ? Optional.of(Forecast.of(outlook))
                : Optional.empty();
    }

    /** What can be corrected here is said here. */
    private static Response again(Plan plan, Problem wrong) {
        if (wrong.status() != 422 && wrong.status() != 409) {
            throw wrong;
        }
        return DeadLettersPage.page(wrong.status(), new plan(plan, Optional.empty(), wrong.detail()));
    }
}
