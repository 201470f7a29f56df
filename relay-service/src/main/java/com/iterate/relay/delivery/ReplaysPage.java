package com.iterate.relay.delivery;

import com.iterate.relay.letters.LetterId;
import com.iterate.relay.replay.ReplayResource;
import com.iterate.relay.replay.Replays.LetterResult;
import com.iterate.relay.replay.Result;
import io.quarkus.qute.TemplateInstance;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Replays: those there are, and how one is doing. */
@Path("/delivery/replays")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ReplaysPage {

    private static final String ID = "/{id: [0-9]{1,18}}";

    /** As many as {@code GET /api/dead-letters/replays} answers with. */
    private static final int PAGE = 50;

    private final ReplayResource replays;

    ReplaysPage(ReplayResource replays) {
        this.replays = replays;
    }

    /** @param before where older ones begin; empty if there are none */
    record replays(List<JobView> jobs, Optional<Long> before) implements TemplateInstance {}

    record job(JobView job) implements TemplateInstance {}

    /** The part that is asked for again and again, until the job is over. */
    record job$progress(JobView job) implements TemplateInstance {}

    /** @param next where the next page begins; empty text on the last */
    record results(long job, String name, String kind, List<ResultRow> rows, String result, String next)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance latest(@QueryParam("before") @DefaultValue("-1") long before) {
        List<JobView> jobs =
                replays.latest(null, before).replays().stream().map(JobView::of).toList();
        return new replays(
                jobs,
                jobs.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(jobs.get(PAGE - 1).id()));
    }

    @GET
    @Path(ID)
    @Operation(hidden = true)
    public TemplateInstance job(@PathParam("id") long id) {
        return new job(JobView.of(replays.progress(id)));
    }

    @GET
    @Path(ID + "/progress")
    @Operation(hidden = true)
    public TemplateInstance progress(@PathParam("id") long id) {
        return new job$progress(JobView.of(replays.progress(id)));
    }

    @GET
    @Path(ID + "/letters")
    @Operation(hidden = true)
    public TemplateInstance letters(
            @PathParam("id") long id,
            @QueryParam("result") @DefaultValue("") String result,
            @QueryParam("after") @Nullable String after) {
        ReplayResource.Letters found = replays.letters(id, result, after);
        Optional<Result> known = Stream.of(Result.values())
                .filter(each -> each.name().equals(result))
                .findFirst();
        return new results(
                id,
                known.map(Jobs::name).orElse("waiting"),
                known.map(Jobs::colour).orElse("open"),
                found.letters().stream().map(ResultRow::of).toList(),
                result,
                Optional.ofNullable(found.next()).map(LetterId::toString).orElse(""));
    }

    @POST
    @Path(ID + "/pause")
    @Operation(hidden = true)
    public Response pause(@PathParam("id") long id) {
        replays.pause(id);
        return back(id);
    }

    @POST
    @Path(ID + "/resume")
    @Operation(hidden = true)
    public Response resume(@PathParam("id") long id) {
        replays.resume(id);
        return back(id);
    }

    @POST
    @Path(ID + "/cancel")
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") long id) {
        replays.cancel(id);
        return back(id);
    }

    private static Response back(long id) {
        return Response.seeOther(URI.create("/delivery/replays/" + id)).build();
    }

    /** What became of one letter in a job. */
    record ResultRow(String id, String result, String reason, String answer, String words, Optional<Moment> at) {

        static ResultRow of(LetterResult letter) {
            return new ResultRow(
                    letter.letter().toString(),
                    letter.result().map(Jobs::name).orElse("waiting"),
                    letter.reason().map(code -> Reasons.of(code).title()).orElse(""),
                    letter.status().map(CauseRow::answer).orElse(""),
                    letter.response().orElse(""),
                    letter.endedAt().map(Moment::of));
        }
    }
}
