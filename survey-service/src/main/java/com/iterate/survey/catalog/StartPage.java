package com.iterate.survey.catalog;

import com.iterate.survey.braze.BrazeLink;
import com.iterate.webkit.Member;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import com.iterate.webkit.WebKitConfig;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a member lands after signing in; a visitor is led to the sign-in page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class StartPage {

    private final Surveys surveys;
    private final Session session;
    private final URI publicUrl;

    StartPage(Surveys surveys, Session session, WebKitConfig webKit) {
        this.surveys = surveys;
        this.session = session;
        this.publicUrl = webKit.publicUrl();
    }

    record start(Member member, String company, boolean admin, List<Line> surveys, Optional<Integer> next)
            implements TemplateInstance {}

    record companies(Member member, List<Surveys.Company> companies) implements TemplateInstance {}

    /**
     * A survey in the list.
     *
     * @param url       where respondents answer, once it was published
     * @param responses where what was answered so far is shown
     * @param brazeLink to paste into a Braze message, where the integration is on and the member may see it
     */
    record Line(
            String title,
            String state,
            String version,
            boolean unpublishedChanges,
            Optional<String> url,
            String responses,
            Optional<String> brazeLink) {}

    @GET
    @Operation(hidden = true)
    @Blocking
    @Transactional
    public TemplateInstance get(
            @QueryParam("company") Optional<String> company, @QueryParam("page") Optional<Integer> page) {
        Member member = session.requireMember();
        Optional<String> chosen = company.or(member::company);
        if (chosen.isEmpty()) {
            return new companies(member, surveys.companies());
        }
        session.require(Role.VIEWER, chosen.get());
        int number = page.filter(n -> n >= 0).orElse(0);
        List<Survey> found = surveys.ofCompany(chosen.get(), number);
        boolean admin = member.role().includes(Role.ADMIN);
        Optional<Integer> next = found.size() == Surveys.PAGE ? Optional.of(number + 1) : Optional.empty();
        return new start(
                member,
                chosen.get(),
                admin,
                found.stream().map(survey -> line(survey, admin)).toList(),
                next);
    }

    private Line line(Survey survey, boolean admin) {
        Optional<String> secret = survey.signingSecret();
        boolean link = survey.isLive() && survey.braze().enabled() && (admin || secret.isEmpty());
        return new Line(
                survey.title(),
                switch (survey.state()) {
                    case DRAFT -> "Draft";
                    case OPEN -> "Open";
                    case CLOSED -> "Closed";
                },
                survey.isLive() ? Integer.toString(survey.liveVersion()) : "–",
                survey.isLive() && survey.hasUnpublishedChanges(),
                survey.isLive() ? Optional.of("/s/" + survey.id()) : Optional.empty(),
                "/surveys/" + survey.id() + "/responses",
                link ? Optional.of(BrazeLink.of(publicUrl, survey.id(), secret)) : Optional.empty());
    }
}
