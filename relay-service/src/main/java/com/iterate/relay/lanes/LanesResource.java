package com.iterate.relay.lanes;

import com.iterate.contracts.Limits;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How each company's lane is doing, why it waits and since when. */
@Path("/api/lanes")
@Produces(MediaType.APPLICATION_JSON)
class LanesResource {

    /** What the call answers with. */
    record States(List<LaneState> lanes) {}

    private final Session session;
    private final Loop loop;
    private final Lanes lanes;

    LanesResource(Session session, Loop loop, Lanes lanes) {
        this.session = session;
        this.loop = loop;
        this.lanes = lanes;
    }

    @GET
    @Operation(summary = "State of one company's lane, or for an operator of all that have answers under way")
    public CompletionStage<States> states(@QueryParam("company") @Nullable String company) {
        if (company == null) {
            session.requireOperator();
        } else if (Limits.isCompanyId(company)) {
            session.require(Role.VIEWER, company);
        } else {
            throw Problem.notFound("company");
        }
        CompletableFuture<States> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(new States(lanes.states(Optional.ofNullable(company)))));
        return answer;
    }
}
