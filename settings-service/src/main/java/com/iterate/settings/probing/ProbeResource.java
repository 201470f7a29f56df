package com.iterate.settings.probing;

import com.iterate.settings.connections.ApiKey;
import com.iterate.settings.connections.Connection;
import com.iterate.settings.connections.Connections;
import com.iterate.settings.connections.EndpointRules;
import com.iterate.settings.connections.KeyVault;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The button "Test connection". */
@Path("/api/companies/{company}/braze/test")
class ProbeResource {

    private final Session session;
    private final Connections connections;
    private final EndpointRules rules;
    private final KeyVault vault;
    private final BrazeProbe probe;

    ProbeResource(Session session, Connections connections, EndpointRules rules, KeyVault vault, BrazeProbe probe) {
        this.session = session;
        this.connections = connections;
        this.rules = rules;
        this.vault = vault;
        this.probe = probe;
    }

    record Candidate(@Nullable String endpoint, @Nullable String apiKey) {

        boolean isEmpty() {
            return endpoint == null && apiKey == null;
        }

        /** The key stays out of logs. */
        @Override
        public String toString() {
            return "Candidate[" + endpoint + "]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask Braze about this endpoint and key, or about the saved ones if the body is empty (admin)",
            description = "Changes no profile.")
    public Verdict test(@PathParam("company") String company, @Nullable Candidate body) {
        if (body == null || body.isEmpty()) {
            return testSaved(company);
        }
        session.require(Role.ADMIN, company);
        connections.current(company);
        return probe.ask(rules.check(body.endpoint()), ApiKey.required(body.apiKey()));
    }

    /** Without a body most programs send no Content-Type either. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Verdict testSaved(@PathParam("company") String company) {
        session.require(Role.ADMIN, company);
        if (connections.current(company) instanceof Connection.Connected connected) {
            // Checked again: the operator may have shortened the list since, and names may lead elsewhere.
            return probe.ask(rules.check(connected.endpoint().origin()), vault.open(connected));
        }
        throw new Problem(
                409,
                "not-connected",
                "Not connected",
                "There is no saved connection to test. Send endpoint and apiKey.");
    }
}
