package com.iterate.settings.sessions;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The button in the header of every page. */
@Path("/sign-out")
class SignOutPage {

    private final SessionCookie cookie;

    SignOutPage(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @POST
    @Operation(hidden = true)
    public Response signOut() {
        return Response.seeOther(URI.create("/sign-in")).cookie(cookie.none()).build();
    }
}
