package com.iterate.settings.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.settings.connections.Connection;
import com.iterate.settings.connections.Connections;
import com.iterate.settings.connections.KeyVault;
import com.iterate.settings.connections.Rate;
import com.iterate.webkit.Problem;
import com.iterate.webkit.SessionClaims;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The only way out for a key: to the relay, for the company that the relay's token names. */
@Path("/internal/companies")
class CredentialsResource {

    private final SecurityIdentity caller;
    private final Connections connections;
    private final KeyVault vault;
    private final Asked asked;

    CredentialsResource(SecurityIdentity caller, Connections connections, KeyVault vault, Asked asked) {
        this.caller = caller;
        this.connections = connections;
        this.vault = vault;
        this.asked = asked;
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Credentials(
            String companyId,
            long version,
            String state,
            Optional<String> endpoint,
            Optional<String> apiKey,
            Optional<Rate> rate,
            Optional<Instant> deliverFrom) {

        /** The key stays out of logs. */
        @Override
        public String toString() {
            return "Credentials[" + companyId + ", " + version + "]";
        }
    }

    @GET
    @Path("/{company}/braze")
    @RolesAllowed(RelayMechanism.ROLE)
    @Operation(hidden = true)
    public Credentials credentials(@PathParam("company") String company) {
        if (!company.equals(namedCompany())) {
            asked.ended(Asked.Outcome.REFUSED);
            throw new Problem(
                    403,
                    "another-company",
                    "Another company",
                    "The token's claim company names another company than the path.");
        }
        // A type of its own: the relay gives up a company's answers on this word, and on no other server's 404.
        Connection connection = connections.currentIfKnown(company).orElseThrow(() -> {
            asked.ended(Asked.Outcome.UNKNOWN);
            return new Problem(404, "unknown-company", "Unknown company", "There is no company with this id.");
        });
        asked.ended(connection instanceof Connection.Connected ? Asked.Outcome.FOUND : Asked.Outcome.NONE);
        return connection instanceof Connection.Connected connected
                ? new Credentials(
                        company,
                        connected.version(),
                        "CONNECTED",
                        Optional.of(connected.endpoint().origin()),
                        Optional.of(vault.open(connected).value()),
                        Optional.of(connected.rate()),
                        connected.deliverFrom())
                : new Credentials(
                        company,
                        connection.version(),
                        "NOT_CONNECTED",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private String namedCompany() {
        return caller.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(SessionClaims.COMPANY)
                        .map(Object::toString)
                        .orElse("")
                : "";
    }
}
