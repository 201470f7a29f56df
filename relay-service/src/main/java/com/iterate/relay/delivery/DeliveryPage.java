package com.iterate.relay.delivery;

import com.iterate.relay.credentials.Credentials;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How answers are reaching Braze: of the own company, or for an operator of all that have answers under way. */
@Path("/delivery")
@Produces(MediaType.TEXT_HTML)
class DeliveryPage {

    /** The loop answers within milliseconds; what takes longer than the page's own rhythm is a loop that stands still. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Session session;
    private final Loop loop;
    private final Lanes lanes;
    private final Credentials credentials;
    private final Boards boards;

    DeliveryPage(Session session, Loop loop, Lanes lanes, Credentials credentials, Boards boards) {
        this.session = session;
        this.loop = loop;
        this.lanes = lanes;
        this.credentials = credentials;
        this.boards = boards;
    }

    record delivery(Optional<String> company, Overview overview, Optional<Board> board, boolean mayAct)
            implements TemplateInstance {}

    /** The part that is asked for again and again. */
    record delivery$lanes(Optional<String> company, Overview overview) implements TemplateInstance {}

    @GET
    @Blocking
    @Operation(hidden = true)
    public CompletionStage<TemplateInstance> page(
            @QueryParam("company") Optional<String> filter, @QueryParam("days") @DefaultValue("") String days) {
        Member member = session.requireMember();
        Optional<String> company = member.company();
        Optional<Board> board = boards.now(days);
        boolean mayAct = member.role().includes(Role.ADMIN);
        return show(company, filter, overview -> new delivery(company, overview, board, mayAct));
    }

    @GET
    @Path("/lanes")
    @Operation(hidden = true)
    public CompletionStage<TemplateInstance> lanes(@QueryParam("company") Optional<String> filter) {
        Optional<String> company = ownCompany();
        return show(company, filter, overview -> new delivery$lanes(company, overview));
    }

    /** Empty for an operator, who sees all. */
    private Optional<String> ownCompany() {
        Member member = session.requireMember();
        return member.company();
    }

    private CompletionStage<TemplateInstance> show(
            Optional<String> company, Optional<String> filter, Function<Overview, TemplateInstance> page) {
        CompletableFuture<List<LaneState>> states = new CompletableFuture<>();
        loop.execute(() -> states.complete(lanes.states(company)));
        // One company's page has no filter: whatever the address says, it shows that company.
        String wanted = company.isPresent() ? "" : filter.orElse("");
        return states.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> {
                    throw new Problem(
                            503,
                            "relay-busy",
                            "The relay does not answer",
                            "It may be busy or about to restart; answers are kept meanwhile. Try again in a moment.");
                })
                .thenApply(all -> page.apply(Overview.of(all, wanted, credentials::rateKnownOf, Instant.now())));
    }
}
