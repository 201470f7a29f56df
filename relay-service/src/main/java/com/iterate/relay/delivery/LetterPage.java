package com.iterate.relay.delivery;

import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.LookResource;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One dead letter: what failed, why, and what to do. Revealing answers a form, so that no link and no reload reveals. */
@Path("/delivery/dead-letters/{id: " + LetterId.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@Blocking
class LetterPage {

    private final Session session;
    private final LookResource looks;

    LetterPage(Session session, LookResource looks) {
        this.session = session;
        this.looks = looks;
    }

    record letter(LetterView letter, boolean mayAct) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance masked(@PathParam("id") String id) {
        return page(id, Optional.empty());
    }

    @POST
    @Path("/revealed")
    @Operation(hidden = true)
    public TemplateInstance revealed(@PathParam("id") String id) {
        return page(id, Optional.of("true"));
    }

    /** A revealed page that is loaded again, or whose address is passed on, is a masked one. */
    @GET
    @Path("/revealed")
    @Operation(hidden = true)
    public TemplateInstance reloaded(@PathParam("id") String id) {
        return page(id, Optional.empty());
    }

    private TemplateInstance page(String id, Optional<String> reveal) {
        return new letter(
                LetterView.of(looks.look(id, reveal)),
                session.requireMember().role().includes(Role.ADMIN));
    }
}
