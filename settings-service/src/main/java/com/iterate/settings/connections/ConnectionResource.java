package com.iterate.settings.connections;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.webkit.Member;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A company's Braze connection. The key goes in and never comes out. */
@Path("/api/companies/{company}/braze")
class ConnectionResource {

    private final Session session;
    private final Connections connections;
    private final EndpointRules rules;
    private final KeyVault vault;
    private final WaitingAnswers waitingAnswers;

    ConnectionResource(
            Session session,
            Connections connections,
            EndpointRules rules,
            KeyVault vault,
            WaitingAnswers waitingAnswers) {
        this.session = session;
        this.connections = connections;
        this.rules = rules;
        this.vault = vault;
        this.waitingAnswers = waitingAnswers;
    }

    record Wanted(
            @Nullable String endpoint,
            @Nullable String apiKey,
            Rate.@Nullable Wanted rate,
            @Nullable String waiting) {

        /** The key stays out of logs. */
        @Override
        public String toString() {
            return "Wanted[" + endpoint + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(
            String state,
            Optional<String> endpoint,
            Optional<String> keyEnding,
            Rate rate,
            long version,
            Optional<Instant> changedAt,
            Optional<String> changedBy) {

        static Shown of(Connection connection) {
            Optional<Connection.Connected> connected =
                    connection instanceof Connection.Connected known ? Optional.of(known) : Optional.empty();
            return new Shown(
                    connected.isPresent() ? "CONNECTED" : "NOT_CONNECTED",
                    connected.map(known -> known.endpoint().origin()),
                    connected.map(Connection.Connected::keyEnding),
                    connection.rate(),
                    connection.version(),
                    connection.change().map(Connection.Change::at),
                    connection.change().map(Connection.Change::by));
        }
    }

    record Instances(List<BrazeInstance> endpoints) {}

    @GET
    @Operation(summary = "The connection, without its key")
    public Shown show(@PathParam("company") String company) {
        session.require(Role.VIEWER, company);
        return Shown.of(connections.current(company));
    }

    @GET
    @Path("/endpoints")
    @Operation(summary = "Braze's documented REST endpoints, to choose from")
    public Instances instances(@PathParam("company") String company) {
        session.require(Role.VIEWER, company);
        return new Instances(BrazeInstance.DOCUMENTED);
    }

    @PUT
    @Operation(
            summary = "Connect, or change the key, the workspace or the rate (admin)",
            description =
                    "Without apiKey the saved key is kept, as long as the endpoint stays the same; for another one the key"
                            + " has to be given again. 409 answers-waiting asks what happens to answers that wait for another workspace: repeat with"
                            + " waiting = deliver or discard. Without a rate it stays as it is, at first 3,000 requests in"
                            + " 3 seconds, which is Braze's own limit.")
    public Shown connect(@PathParam("company") String company, @Nullable Wanted body) {
        Member admin = session.require(Role.ADMIN, company);
        Connection before = connections.current(company);
        Wanted wanted = RequestBody.required(body);
        BrazeEndpoint endpoint = rules.check(wanted.endpoint());
        SealedKey key = wanted.apiKey() == null
                ? SealedKey.keptOf(before, endpoint)
                : vault.seal(company, ApiKey.required(wanted.apiKey()));
        Optional<Rate> rate = Optional.ofNullable(wanted.rate()).map(Rate.Wanted::checked);
        Optional<WaitingAnswers.Choice> choice =
                Optional.ofNullable(wanted.waiting()).map(WaitingAnswers.Choice::ofWireName);
        if (choice.isEmpty()) {
            waitingAnswers.requireNone(before, endpoint);
        }
        return Shown.of(connections.connect(before, endpoint, key, rate, choice, admin.email()));
    }

    @DELETE
    @Operation(summary = "Disconnect: answers wait until there is a connection again (admin)")
    public void disconnect(@PathParam("company") String company) {
        Member admin = session.require(Role.ADMIN, company);
        connections.disconnect(company, admin.email());
    }
}
