package com.iterate.survey.resending;

import com.iterate.survey.resending.ResendAudit.Act;
import com.iterate.survey.results.OwnSurveys;
import com.iterate.webkit.Role;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who had answers of a survey sent to Braze again. */
@Path("/api/surveys/{id}/resends")
@Produces(MediaType.APPLICATION_JSON)
public class ResendsResource {

    /** A page of these is some ten kilobytes. */
    private static final int MOST = 100;

    /** Newest first; the next page begins before the last id. */
    record Resends(List<Act> resends) {}

    private final OwnSurveys surveys;
    private final ResendAudit audit;

    ResendsResource(OwnSurveys surveys, ResendAudit audit) {
        this.surveys = surveys;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "Who had answers sent to Braze again, newest first; for the company's admins and operators")
    public Resends latest(@PathParam("id") String surveyId, @QueryParam("before") @DefaultValue("-1") long before)
            throws SQLException {
        return new Resends(
                audit.latest(surveys.find(surveyId, Role.ADMIN), before < 0 ? Long.MAX_VALUE : before, MOST));
    }
}
