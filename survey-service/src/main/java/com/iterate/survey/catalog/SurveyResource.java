package com.iterate.survey.catalog;

import com.iterate.contracts.Limits;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import com.iterate.webkit.WebKitConfig;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writing surveys. */
@Path("/api/surveys")
@Tag(name = "Surveys")
class SurveyResource {

    private final Surveys surveys;
    private final Publishing publishing;
    private final QuestionKinds kinds;
    private final Changes changes;
    private final Session session;
    private final URI publicUrl;

    SurveyResource(
            Surveys surveys,
            Publishing publishing,
            QuestionKinds kinds,
            Changes changes,
            Session session,
            WebKitConfig webKit) {
        this.surveys = surveys;
        this.publishing = publishing;
        this.kinds = kinds;
        this.changes = changes;
        this.session = session;
        this.publicUrl = webKit.publicUrl();
    }

    @GET
    @Transactional
    @Operation(summary = "The surveys of a company, the last changed first, 100 a page")
    public SurveyList list(
            @QueryParam("company") Optional<String> company, @QueryParam("page") Optional<Integer> page) {
        String companyId = companyOf(company);
        session.require(Role.VIEWER, companyId);
        int number = page.filter(n -> n >= 0).orElse(0);
        List<Survey> found = surveys.ofCompany(companyId, number);
        return new SurveyList(
                found.stream().map(survey -> SurveyView.of(survey, publicUrl)).toList(),
                found.size() == Surveys.PAGE ? Optional.of(number + 1) : Optional.empty());
    }

    @POST
    @Transactional
    @Operation(summary = "Starts a survey; ids of questions and options are given where they are absent")
    public Response create(@NotNull SurveyRequest request) {
        String companyId = companyOf(request.companyId());
        session.require(Role.ADMIN, companyId);
        if (!Limits.isCompanyId(companyId)) {
            throw new Problem(422, "company-id", "No such company", "companyId must be 1 to 40 of a-z, 0-9 and -.");
        }
        Survey survey = Survey.draft(companyId, request.draft());
        changes.note(survey);
        surveys.persist(survey);
        return Response.created(URI.create("/api/surveys/" + survey.id()))
                .entity(SurveyView.of(survey, publicUrl))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "The survey as it is being written")
    public SurveyView read(String id) {
        return SurveyView.of(surveys.toRead(id), publicUrl);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Replaces title, questions and design; respondents see it after the next publication")
    public SurveyView edit(String id, @NotNull SurveyRequest request) {
        Survey survey = surveys.toChange(id);
        Refused.unlessCurrent(
                request.revision()
                        .orElseThrow(() -> new Problem(
                                422,
                                "revision-missing",
                                "The revision is missing",
                                "Send the revision that you read, so that nobody else's change is overwritten.")),
                survey.revision(),
                survey.changedBy());
        Draft draft = request.draft();
        Refused.unlessEmpty(kinds.faults(id, draft.questions()), "The survey cannot be saved");
        survey.edit(draft);
        changes.note(survey);
        return SurveyView.of(survey, publicUrl);
    }

    @POST
    @Path("/{id}/publish")
    @Transactional
    @Operation(summary = "Makes the next version, which respondents see within two seconds")
    public SurveyView publish(String id) {
        Survey survey = surveys.toChange(id);
        publishing.publish(survey);
        return SurveyView.of(survey, publicUrl);
    }

    @POST
    @Path("/{id}/close")
    @Transactional
    @Operation(summary = "Takes no more answers, within two seconds")
    public SurveyView close(String id) {
        Survey survey = surveys.toChange(id);
        publishing.close(survey);
        return SurveyView.of(survey, publicUrl);
    }

    @POST
    @Path("/{id}/reopen")
    @Transactional
    @Operation(summary = "Takes answers again, to the version that was closed")
    public SurveyView reopen(String id) {
        Survey survey = surveys.toChange(id);
        publishing.reopen(survey);
        return SurveyView.of(survey, publicUrl);
    }

    /** An operator belongs to no company and has to name one. */
    private String companyOf(Optional<String> named) {
        return named.or(() -> session.requireMember().company())
                .orElseThrow(
                        () -> new Problem(422, "company-id", "Which company?", "An operator has to name the company."));
    }

    /** @param next the number of the next page; absent on the last */
    record SurveyList(List<SurveyView> surveys, Optional<Integer> next) {}
}
