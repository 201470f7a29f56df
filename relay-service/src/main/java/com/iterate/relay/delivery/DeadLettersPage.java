package com.iterate.relay.delivery;

import com.iterate.relay.letters.SearchResource;
import com.iterate.relay.letters.Summary;
import com.iterate.relay.letters.SummaryResource;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Dead letters by their causes, and the letters of a cause. What the search for a person finds answers a form and has no address
 * of its own.
 */
@Path("/delivery/dead-letters")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DeadLettersPage {

    private static final int PAGE = 50;

    private final Session session;
    private final SummaryResource summaries;
    private final SearchResource searches;

    DeadLettersPage(Session session, SummaryResource summaries, SearchResource searches) {
        this.session = session;
        this.summaries = summaries;
        this.searches = searches;
    }

    /** @param problem what is wrong with the filter; empty text if nothing is */
    record causes(
            FilterForm form,
            String letters,
            List<CauseRow> rows,
            int unlisted,
            String done,
            String problem,
            boolean mayAct)
            implements TemplateInstance {}

    /** @param next where the next page begins; empty text on the last */
    record list(
            FilterForm form,
            String letters,
            List<LetterRow> rows,
            Optional<CauseRow> cause,
            String next,
            boolean mayAct)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response causes(@Context UriInfo address) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        Member member = session.requireMember();
        Asked asked = Asked.ofQuery(query).without("cause");
        FilterForm form = FilterForm.of(asked, member.role() == Role.OPERATOR);
        boolean mayAct = member.role().includes(Role.ADMIN);
        try {
            Summary summary = summaries.summary(asked.filter());
            Instant now = Instant.now();
            List<CauseRow> rows = summary.groups().stream()
                    .map(group -> CauseRow.of(group, asked, now))
                    .toList();
            String letters = Span.letters(summary.letters());
            return page(200, new causes(form, letters, rows, summary.unlisted(), Done.of(query), "", mayAct));
        } catch (Problem wrong) {
            if (wrong.status() != 422) {
                throw wrong;
            }
            return page(422, new causes(form, "", List.of(), 0, "", wrong.detail(), mayAct));
        }
    }

    @GET
    @Path("/list")
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo address) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        return list(Asked.ofQuery(query), query);
    }

    /** For a person, whose id is in the body. */
    @POST
    @Path("/list")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance person(MultivaluedMap<String, String> body) {
        return list(Asked.ofForm(body), body);
    }

    private TemplateInstance list(Asked asked, MultivaluedMap<String, String> given) {
        Member member = session.requireMember();
        Optional<String> after = Optional.ofNullable(given.getFirst("after")).filter(text -> !text.isEmpty());
        Summary summary = summaries.summary(asked.filter());
        SearchResource.Found found = searches.page(asked.filter(), after, PAGE);
        Instant now = Instant.now();
        return new list(
                FilterForm.of(asked, member.role() == Role.OPERATOR),
                Span.letters(summary.letters()),
                found.letters().stream().map(LetterRow::of).toList(),
                asked.get("cause").isEmpty()
                        ? Optional.empty()
                        : summary.groups().stream().findFirst().map(group -> CauseRow.of(group, asked, now)),
                found.next().orElse(""),
                member.role().includes(Role.ADMIN));
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
