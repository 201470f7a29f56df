package com.iterate.relay.audit;

import com.iterate.relay.audit.AuditTrail.Act;
import com.iterate.relay.audit.AuditTrail.Asked;
import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who did what: all of it for an operator, what concerns the own company for its administrators. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AuditResource {

    private static final int USUAL_PAGE = 50;

    /** A page of these is some hundred kilobytes. */
    private static final int LARGEST_PAGE = 200;

    /**
     * @param counts of all that the filter finds, by action
     * @param next   where the next page begins; empty on the last
     */
    public record Found(List<Act> acts, Map<String, Long> counts, Optional<String> next) {}

    private final Session session;
    private final Transactions transactions;
    private final AuditTrail trail;

    AuditResource(Session session, Transactions transactions, AuditTrail trail) {
        this.session = session;
        this.transactions = transactions;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "What was done with dead letters, newest first, and how often")
    public Found acts(
            @QueryParam("company") Optional<String> company,
            @QueryParam("action") Optional<String> action,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("after") Optional<String> after,
            @QueryParam("limit") Optional<String> limit) {
        Asked asked =
                new Asked(visible(company), action.map(AuditResource::action), time("from", from), time("to", to));
        AuditCursor start = after.map(AuditCursor::of).orElse(AuditCursor.START);
        int size = limit.map(AuditResource::size).orElse(USUAL_PAGE);
        return transactions.run(connection -> {
            List<Act> found = trail.page(connection, asked, start, size + 1);
            boolean more = found.size() > size;
            List<Act> shown = more ? found.subList(0, size) : found;
            return new Found(
                    shown,
                    trail.counts(connection, asked),
                    more ? Optional.of(AuditCursor.after(shown.get(size - 1)).text()) : Optional.empty());
        });
    }

    /** A member sees the own company whether it is named or not. */
    private Optional<String> visible(Optional<String> company) {
        Member member = session.requireMember();
        Optional<String> wanted = member.company().isPresent() ? company.or(member::company) : company;
        session.require(Role.ADMIN, wanted.orElse(""));
        return wanted;
    }

    private static int size(String limit) {
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > LARGEST_PAGE) {
            throw new Problem(400, "bad-limit", "Page too large", "limit must be 1 to " + LARGEST_PAGE + ".");
        }
        return Integer.parseInt(limit);
    }

    private static Action action(String name) {
        return Action.ofWireName(name)
                .orElseThrow(() -> new Problem(
                        400, "bad-action", "Unknown action", "action must be a name as in counts, such as discard."));
    }

    private static Optional<Instant> time(String name, Optional<String> text) {
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException notATime) {
            throw new Problem(400, "bad-time", "Unknown time", name + " must be a time such as 2026-11-23T13:00:00Z.");
        }
    }
}
