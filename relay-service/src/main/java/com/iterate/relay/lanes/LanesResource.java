package com.iterate.relay.lanes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.iterate.contracts.Limits;
import com.iterate.relay.credentials.Credentials;
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
    record States(List<Shown> lanes) {}

    /** @param rate absent while this relay does not know the company's connection */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(@JsonUnwrapped LaneState lane, Optional<AllowedRate> rate) {}

    /**
     * In the words in which it is saved.
     *
     * @param part of it that is used: less than 1 after Braze's 429s, until it has recovered
     */
    record AllowedRate(int requestsPerWindow, long windowSeconds, double part) {}

    private final Session session;
    private final Loop loop;
    private final Lanes lanes;
    private final Credentials credentials;

    LanesResource(Session session, Loop loop, Lanes lanes, Credentials credentials) {
        this.session = session;
        this.loop = loop;
        this.lanes = lanes;
        this.credentials = credentials;
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
        loop.execute(() -> answer.complete(new States(lanes.states(Optional.ofNullable(company)).stream()
                .map(this::shown)
                .toList())));
        return answer;
    }

    private Shown shown(LaneState lane) {
        return new Shown(
                lane,
                credentials
                        .rateKnownOf(lane.company())
                        .map(rate -> new AllowedRate(
                                rate.requests(), rate.window().toSeconds(), lanes.partOfRate(lane.company()))));
    }
}
