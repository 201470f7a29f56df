package com.iterate.relay.delivery;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.AuditResource;
import com.iterate.relay.delivery.States.Choice;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who did what, and when. */
@Path("/delivery/audit")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AuditPage {

    private final Session session;
    private final AuditResource audit;

    AuditPage(Session session, AuditResource audit) {
        this.session = session;
        this.audit = audit;
    }

    /** What was asked for, as it was typed. */
    record AuditForm(String company, List<Choice> actions, String from, String to, boolean operator) {

        /** The address of what follows. */
        String older(String after) {
            String action = actions.stream()
                    .filter(Choice::selected)
                    .map(Choice::value)
                    .findFirst()
                    .orElse("");
            return "/delivery/audit?action=" + action + "&company=" + encoded(company) + "&from=" + encoded(from)
                    + "&to=" + encoded(to) + "&after=" + encoded(after);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** How often something was done. */
    record ActCount(String action, String name, String times) {}

    /**
     * @param older   address of the next page; empty text on the last
     * @param problem what is wrong with the filter; empty text if nothing is
     */
    record audit(AuditForm form, List<ActCount> counts, List<ActRow> acts, String older, String problem)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response page(
            @QueryParam("company") Optional<String> company,
            @QueryParam("action") Optional<String> action,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("after") Optional<String> after) {
        AuditForm form = new AuditForm(
                company.orElse(""),
                actions(action.orElse("")),
                from.orElse(""),
                to.orElse(""),
                session.requireMember().role() == Role.OPERATOR);
        try {
            AuditResource.Found found = audit.acts(
                    given(company), given(action), time("from", from), time("to", to), given(after), Optional.empty());
            List<ActRow> acts = found.acts().stream().map(ActRow::of).toList();
            return DeadLettersPage.page(
                    200,
                    new audit(
                            form,
                            counts(found.counts()),
                            acts,
                            found.next().map(form::older).orElse(""),
                            ""));
        } catch (Problem wrong) {
            if (wrong.status() != 422 && wrong.status() != 400) {
                throw wrong;
            }
            return DeadLettersPage.page(wrong.status(), new audit(form, List.of(), List.of(), "", wrong.detail()));
        }
    }

    /** A form sends what was left empty, too. */
    private static Optional<String> given(Optional<String> field) {
        return field.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> time(String name, Optional<String> field) {
        return given(field).map(text -> Asked.time(name, text)).map(Instant::toString);
    }

    private static List<Choice> actions(String chosen) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", "Everything", chosen.isEmpty()));
        for (Action action : Action.values()) {
            all.add(new Choice(
                    action.wireName(), Acts.name(action), action.wireName().equals(chosen)));
        }
        return List.copyOf(all);
    }

    private static List<ActCount> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new ActCount(each.getKey(), Acts.name(each.getKey()), Span.count(each.getValue())))
                .toList();
    }
}
