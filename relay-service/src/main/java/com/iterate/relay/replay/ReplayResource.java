package com.iterate.relay.replay;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.letters.LetterId;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Sends dead letters once more: an admin those of the own company, an operator all. */
@Path("/api/dead-letters/replays")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReplayResource {

    /** A screen. */
    private static final int MOST_JOBS = 50;

    private static final int MOST_LETTERS = 500;

    /** What the list answers with, newest first. */
    public record Jobs(List<Progress> replays) {}

    /** @param next to be given as {@code after}; absent at the end */
    public record Letters(
            List<Replays.LetterResult> letters, @Nullable LetterId next) {}

    private final Session session;
    private final Transactions transactions;
    private final Starting starting;
    private final DryRun dryRun;
    private final Replays replays;
    private final Steering steering;
    private final Budgets budgets;
    private final ReplayConfig config;
    private final Loop loop;
    private final Feeder feeder;

    ReplayResource(
            Session session,
            Transactions transactions,
            Starting starting,
            DryRun dryRun,
            Replays replays,
            Steering steering,
            Budgets budgets,
            ReplayConfig config,
            Loop loop,
            Feeder feeder) {
        this.session = session;
        this.transactions = transactions;
        this.starting = starting;
        this.dryRun = dryRun;
        this.replays = replays;
        this.steering = steering;
        this.budgets = budgets;
        this.config = config;
        this.loop = loop;
        this.feeder = feeder;
    }

    @POST
    @Operation(summary = "Send letters once more, or tell what that would do; 409 if none of them is free")
    public Response start(@Nullable ReplayRequest body) {
        ReplayRequest request = RequestBody.required(body);
        Member member = session.requireMember();
        Optional<String> wanted = Optional.ofNullable(request.filter()).flatMap(filter -> filter.company());
        if (member.role() != Role.OPERATOR) {
            session.require(Role.ADMIN, wanted.or(member::company).orElse(""));
        }
        Order order = request.order(member.company(), config);
        if (request.dryRun()) {
            return Response.ok(dryRun.of(order, budgets::wait)).build();
        }
        String company = member.company().or(() -> wanted).orElse("");
        Job job = transactions.run(connection -> {
            Optional<Job> begun = starting.start(connection, Who.of(member), Action.REPLAY_START, company, order);
            if (begun.isEmpty()) {
                throw NothingToReplay.of(connection, order);
            }
            return begun.get();
        });
        return Response.status(Response.Status.CREATED)
                .entity(changed(job.id()))
                .build();
    }

    @GET
    @Operation(summary = "The latest replays of one company, or for an operator of all")
    public Jobs latest(
            @QueryParam("company") @Nullable String filter, @QueryParam("before") @DefaultValue("-1") long before) {
        Member member = session.requireMember();
        Optional<String> wanted = Optional.ofNullable(filter);
        if (member.role() != Role.OPERATOR) {
            session.require(Role.ADMIN, wanted.or(member::company).orElse(""));
        }
        String company = wanted.or(member::company).orElse("");
        return new Jobs(replays.latest(company, before < 0 ? Long.MAX_VALUE : before, MOST_JOBS));
    }

    @GET
    @Path("/{id: [0-9]{1,18}}")
    @Operation(summary = "How a replay is doing")
    public Progress progress(@PathParam("id") long id) {
        job(id);
        return replays.progress(id);
    }

    @GET
    @Path("/{id: [0-9]{1,18}}/letters")
    @Operation(summary = "What became of each letter: all, or those with one result or WAITING")
    public Letters letters(
            @PathParam("id") long id,
            @QueryParam("result") @DefaultValue("") String result,
            @QueryParam("after") @Nullable String after) {
        job(id);
        boolean known = result.isEmpty()
                || result.equals(Tallies.WAITING)
                || Stream.of(Result.values()).anyMatch(each -> each.name().equals(result));
        if (!known) {
            throw RequestBody.invalid("result", "must be WAITING or a result, such as FAILED_AGAIN");
        }
        LetterId last = after == null ? new LetterId(-1, -1) : LetterId.parse(after);
        List<Replays.LetterResult> letters = replays.letters(id, result, last, MOST_LETTERS);
        boolean more = letters.size() == MOST_LETTERS;
        return new Letters(letters, more ? letters.get(letters.size() - 1).letter() : null);
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/pause")
    @Operation(summary = "Send nothing more for now; what is under way ends")
    public Progress pause(@PathParam("id") long id) {
        steering.pause(id, Who.of(job(id)));
        return changed(id);
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/resume")
    @Operation(summary = "Go on after a pause")
    public Progress resume(@PathParam("id") long id) {
        steering.resume(id, Who.of(job(id)));
        return changed(id);
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/cancel")
    @Operation(summary = "End it: what was sent stays sent, the other letters are open again")
    public Progress cancel(@PathParam("id") long id) {
        steering.cancel(id, Who.of(job(id)));
        return changed(id);
    }

    /** Another company's replay is not found; a small role is told so. */
    private Member job(long id) {
        Member member = session.requireMember();
        Job job = replays.find(id)
                .filter(found ->
                        member.role() == Role.OPERATOR || member.company().equals(found.ofCompany()))
                .orElseThrow(() -> Problem.notFound("replay"));
        return member.role() == Role.OPERATOR ? member : session.require(Role.ADMIN, job.company());
    }

    private Progress changed(long id) {
        loop.execute(feeder::wake);
        return replays.progress(id);
    }
}
