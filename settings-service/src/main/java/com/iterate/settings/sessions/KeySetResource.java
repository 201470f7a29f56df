package com.iterate.settings.sessions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public keys with which everybody can check a session. */
@Path("/.well-known")
class KeySetResource {

    private final SessionKeys keys;

    KeySetResource(SessionKeys keys) {
        this.keys = keys;
    }

    @GET
    @Path("/jwks.json")
    @Produces("application/json")
    @Operation(summary = "The public key set (JWKS)")
    public String keys() {
        return keys.publicKeySet();
    }
}
