package com.iterate.relay.projection;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.letters.LetterStates;
import com.iterate.webkit.Member;
import com.iterate.webkit.Session;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Throws the view away and has it read again. What became of each letter, the audit and who was erased stay. */
@Path("/api/dead-letters/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class RebuildResource {

    /**
     * Truncating waits for those who read, and everybody else for it: not for long. The counts go with the letters, by a
     * trigger.
     */
    private static final String EMPTY = "set local lock_timeout = '5s'; truncate dead_letter";

    private final Session session;
    private final Transactions transactions;
    private final LetterStates states;
    private final Audit audit;

    RebuildResource(Session session, Transactions transactions, LetterStates states, Audit audit) {
        this.session = session;
        this.transactions = transactions;
        this.states = states;
        this.audit = audit;
    }

    @POST
    @Operation(
            summary = "Read the whole topic of dead letters into the view again; an operator's, audited",
            description = "relay_projection_lag says how much is still to be read")
    public Response rebuild() {
        Member operator = session.requireOperator();
        transactions.run(connection -> rebuild(connection, operator));
        return Response.accepted(Map.of("rebuilding", true)).build();
    }

    private Entry rebuild(Connection connection, Member operator) throws SQLException {
        states.alone(connection);
        try (Statement empty = connection.createStatement()) {
            empty.execute(EMPTY);
        }
        Positions.rewind(connection);
        Entry entry = new Entry(operator, Action.REBUILD, Optional.empty(), Map.of());
        audit.record(connection, entry);
        return entry;
    }
}
