package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What people answered, and how far it is on its way to Braze. */
@Path("/surveys/{id}/responses")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ResponsesPage {

    /** As many as somebody reads before going on; a response may have a hundred answers. */
    private static final Optional<String> PAGE = Optional.of("25");

    private final OwnSurveys surveys;
    private final ResponsesResource responses;
    private final Session session;

    ResponsesPage(OwnSurveys surveys, ResponsesResource responses, Session session) {
        this.surveys = surveys;
        this.responses = responses;
        this.session = session;
    }

    /** @param resent what became of a wish to send answers again; nothing if there was none */
    record responses(Listed listed, Optional<ResentNotice> resent) implements TemplateInstance {}

    /** The part that is asked for again while an answer waits. */
    record responses$list(Listed listed) implements TemplateInstance {}

    /**
     * @param title of the survey
     * @param after where this page begins; empty text for the first
     * @param next  where the next one begins; empty text on the last
     */
    record Listed(
            String survey,
            String title,
            String company,
            boolean mayResend,
            List<ResponseView> rows,
            String after,
            String next) {

        /** Something will be another way soon. */
        public boolean isMoving() {
            return rows.stream().anyMatch(ResponseView::isOnItsWay);
        }
    }

    /** @param left answers that stayed where they are */
    record ResentNotice(int sent, int left) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @PathParam("id") String id,
            @QueryParam("after") Optional<String> after,
            @QueryParam("sent") Optional<Integer> sent,
            @QueryParam("left") @DefaultValue("0") int left)
            throws SQLException {
        return new responses(listed(id, after), sent.map(answers -> new ResentNotice(answers, left)));
    }

    @GET
    @Path("/list")
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("id") String id, @QueryParam("after") Optional<String> after)
            throws SQLException {
        return new responses$list(listed(id, after));
    }

    private Listed listed(String id, Optional<String> after) throws SQLException {
        PublishedSurvey survey = surveys.find(id, Role.VIEWER);
        Responses page = responses.responses(id, after.filter(place -> !place.isEmpty()), PAGE);
        return new Listed(
                survey.id(),
                survey.title(),
                survey.companyId(),
                session.requireMember().role().includes(Role.ADMIN),
                page.responses().stream()
                        .map(response -> ResponseView.of(response, survey, after.orElse("")))
                        .toList(),
                after.orElse(""),
                page.next().orElse(""));
    }
}
