package com.iterate.relay.letters;

import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Member;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Letters that nobody is going to deliver. */
@Path("/api/dead-letters/discards")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DiscardsResource {

    private static final int LONGEST_REASON = 500;

    /** As many as fit into a body. */
    private static final int MOST_IDS = 5000;

    /**
     * One of ids and filter.
     *
     * @param reason why; whoever looks at one of the letters later reads it
     */
    public record Wanted(
            Optional<List<LetterId>> ids,
            Optional<LetterFilter> filter,
            @Nullable String reason) {

        public Wanted {
            if (ids.isPresent() && ids.get().stream().anyMatch(Objects::isNull)) {
                throw RequestBody.invalid("ids", "has an entry that is no id");
            }
        }
    }

    private final LetterAccess access;
    private final Transactions transactions;
    private final Discards discards;

    DiscardsResource(LetterAccess access, Transactions transactions, Discards discards) {
        this.access = access;
        this.transactions = transactions;
        this.discards = discards;
    }

    @POST
    @Operation(
            summary = "Discard letters that are OPEN or QUARANTINED; audited",
            description = "At most 100,000 a call; remaining says how many more the filter finds")
    public Discards.Result discard(@Nullable Wanted body) {
        Wanted wanted = RequestBody.required(body);
        String reason = RequestBody.text("reason", wanted.reason(), LONGEST_REASON);
        if (wanted.ids().isPresent() == wanted.filter().isPresent()) {
            throw RequestBody.invalid("ids", "or filter must be there, and not both");
        }
        LetterFilter filter = access.narrowed(wanted.filter().orElse(LetterFilter.ALL), Role.ADMIN);
        Member member = access.member(Role.ADMIN);
        if (wanted.ids().isEmpty()) {
            return discards.all(transactions, filter, reason, member);
        }
        List<LetterId> ids = wanted.ids().get();
        if (ids.size() > MOST_IDS) {
            throw RequestBody.invalid("ids", "has more than " + MOST_IDS + " entries; give a filter instead");
        }
        return transactions.run(connection -> discards.these(connection, filter, ids, reason, member));
    }
}
