package com.iterate.survey.catalog;

import com.iterate.survey.braze.AttributeTypes;
import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Violation;
import com.iterate.webkit.Member;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import com.iterate.webkit.WebKitConfig;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Send survey › Integrations › Braze. Saving acts on the live survey at once (docs/adr/0202). */
@Path("/api/surveys/{id}/braze")
@Tag(name = "Braze integration")
class BrazeResource {

    private static final String REFUSED = "The Braze settings cannot be saved";

    private final Surveys surveys;
    private final Versions versions;
    private final QuestionKinds kinds;
    private final AttributeTypes attributeTypes;
    private final Changes changes;
    private final Session session;
    private final URI publicUrl;

    BrazeResource(
            Surveys surveys,
            Versions versions,
            QuestionKinds kinds,
            AttributeTypes attributeTypes,
            Changes changes,
            Session session,
            WebKitConfig webKit) {
        this.surveys = surveys;
        this.versions = versions;
        this.kinds = kinds;
        this.attributeTypes = attributeTypes;
        this.changes = changes;
        this.session = session;
        this.publicUrl = webKit.publicUrl();
    }

    @GET
    @Transactional
    @Operation(summary = "What goes to Braze under which name, and the link to paste there")
    public BrazeView read(String id) {
        BrazeView view = BrazeView.of(surveys.toRead(id), publicUrl);
        Member member = session.requireMember();
        return member.role().includes(Role.ADMIN) ? view : view.withoutSecrets();
    }

    @PUT
    @Transactional
    @Operation(summary = "Replaces the settings; acts on answers given two seconds later, without publishing")
    public BrazeView change(String id, @NotNull BrazeRequest request) {
        Survey survey = surveys.toChange(id);
        request.revision().ifPresent(read -> Refused.unlessCurrent(read, survey.brazeRevision(), survey.changedBy()));
        BrazeSettings settings = request.settings();
        Refused.unlessEmpty(faults(survey, settings), REFUSED);
        if (survey.isLive()) {
            List<Question> live = versions.questions(id, survey.liveVersion());
            Refused.unlessEmpty(attributeTypes.lock(survey.companyId(), id, live, settings), REFUSED);
        }
        survey.changeBraze(settings);
        changes.note(survey);
        return BrazeView.of(survey, publicUrl);
    }

    @POST
    @Path("/secret")
    @Transactional
    @Operation(summary = "Signs new links with a new secret; links signed with the one before it stay valid")
    public BrazeView renewSecret(String id) {
        Survey survey = surveys.toChange(id);
        survey.renewLinkSecret();
        changes.note(survey);
        return BrazeView.of(survey, publicUrl);
    }

    private List<Violation> faults(Survey survey, BrazeSettings settings) {
        List<Violation> faults = new ArrayList<>();
        if (settings.enabled() && !settings.sendAttributes() && !settings.events()) {
            faults.add(Violation.ofSurvey("Choose attributes, events or both, or switch the integration off."));
        }
        Set<String> known = new HashSet<>(kinds.published(survey.id()).keySet());
        survey.questions().forEach(question -> known.add(question.id()));
        Set<String> named = new HashSet<>(settings.attributes().keySet());
        named.addAll(settings.excluded());
        named.stream()
                .filter(questionId -> !known.contains(questionId))
                .sorted()
                .map(questionId -> Violation.of(questionId, "This survey has no question '" + questionId + "'."))
                .forEach(faults::add);
        // Not even a draft may hold these: the database cannot store some of them.
        settings.attributes().forEach((questionId, name) -> {
            if (name.codePoints().anyMatch(Character::isISOControl)) {
                faults.add(Violation.of(questionId, "The attribute name has a line break or a control character."));
            }
        });
        return faults;
    }
}
