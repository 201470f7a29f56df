package com.iterate.relay.delivery;

import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What each reason means and what to do: {@code /delivery/reasons#REJECTED} is where runbooks and letters point to. */
@Path("/delivery/reasons")
@Produces(MediaType.TEXT_HTML)
class ReasonsPage {

    private final Session session;

    ReasonsPage(Session session) {
        this.session = session;
    }

    record reasons(List<ReasonText> reasons, boolean mayAct) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return new reasons(Reasons.all(), session.requireMember().role().includes(Role.ADMIN));
    }
}
