package com.iterate.relay.deliveries;

import com.iterate.contracts.Limits;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What became of answers, by where they lie in the topic. */
@Path("/api/deliveries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DeliveriesResource {

    /**
     * @param company   whose answers they are; a member's own if it is left out
     * @param positions at most 1,000
     */
    record Question(Optional<String> company, Optional<List<Asked>> positions) {}

    /** In the order in which was asked. */
    record Answer(List<Told> deliveries) {}

    private final Session session;
    private final Loop loop;
    private final Lanes lanes;
    private final RegisterReader register;
    private final DeliveriesConfig config;

    DeliveriesResource(Session session, Loop loop, Lanes lanes, RegisterReader register, DeliveriesConfig config) {
        this.session = session;
        this.loop = loop;
        this.lanes = lanes;
        this.register = register;
        this.config = config;
    }

    @POST
    @Operation(
            summary = "What became of answers; of another company's it says no more than that the relay is past them")
    public Answer deliveries(@Nullable Question body) {
        Optional<String> own = session.requireMember().company();
        Question question = RequestBody.required(body);
        String company = question.company()
                .or(() -> own)
                .filter(Limits::isCompanyId)
                .orElseThrow(() -> RequestBody.invalid("company", "must be a company's id"));
        session.require(Role.VIEWER, company);
        List<Asked> positions = question.positions()
                .filter(asked -> asked.size() <= config.mostPositions())
                .orElseThrow(() -> RequestBody.invalid(
                        "positions", "must be a list of at most " + config.mostPositions() + " positions"));
        return new Answer(positions.isEmpty() ? List.of() : register.of(company, positions, lane(company)));
    }

    private Optional<LaneState> lane(String company) {
        CompletableFuture<Optional<LaneState>> lane = new CompletableFuture<>();
        loop.execute(
                () -> lane.complete(lanes.states(Optional.of(company)).stream().findFirst()));
        // The loop is never kept waiting; while it is, an answer without a reason is better than none.
        return lane.completeOnTimeout(Optional.empty(), 1, TimeUnit.SECONDS).join();
    }
}
