package com.iterate.relay.letters;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;

/** One letter. What people wrote and who they are is shown on request alone, and that is recorded. */
@Path("/api/dead-letters/{id: " + LetterId.PATTERN + "}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LookResource {

    private final LetterAccess access;
    private final Transactions transactions;
    private final Pages pages;
    private final Audit audit;

    LookResource(LetterAccess access, Transactions transactions, Pages pages, Audit audit) {
        this.access = access;
        this.transactions = transactions;
        this.pages = pages;
        this.audit = audit;
    }

    @GET
    // What was revealed once must not lie about in a browser.
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(summary = "One dead letter with its event, headers and history")
    public Look look(
            @PathParam("id") String id,
            @Parameter(description = "true: with answers, the person's id and the raw bytes; an admin's, and audited")
                    @QueryParam("reveal")
                    Optional<String> reveal) {
        LetterId letter = LetterId.parse(id);
        LetterFilter visible = access.narrowed(LetterFilter.ALL, Role.VIEWER);
        if (Sight.of(reveal) == Sight.MASKED) {
            return transactions
                    .run(connection -> find(connection, visible, letter))
                    .masked();
        }
        return transactions.run(connection -> {
            Look found = find(connection, visible, letter);
            // After the look, so that nobody learns by their role which letters of others exist.
            Member member = access.member(Sight.REVEALED.atLeast());
            Optional<String> company = Optional.of(found.letter().company()).filter(name -> !name.isEmpty());
            audit.record(connection, new Entry(member, Action.REVEAL, company, Map.of("letter", letter.toString())));
            return found;
        });
    }

    private Look find(Connection connection, LetterFilter visible, LetterId id) throws SQLException {
        return pages.those(connection, visible, List.of(id), new LookReader()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("dead letter"));
    }
}
