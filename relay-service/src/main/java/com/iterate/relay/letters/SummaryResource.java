package com.iterate.relay.letters;

import com.iterate.relay.database.Transactions;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What failed, why, for whom, since when. By {@code POST} as the search, whose filter it takes. */
@Path("/api/dead-letters/summary")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SummaryResource {

    private final LetterAccess access;
    private final Transactions transactions;
    private final Counts counts;

    SummaryResource(LetterAccess access, Transactions transactions, Counts counts) {
        this.access = access;
        this.transactions = transactions;
        this.counts = counts;
    }

    @POST
    @Operation(summary = "Counts by company and cause, and over time; by hours if the filter spans at most seven days")
    public Summary summary(@Nullable LetterFilter asked) {
        LetterFilter filter = access.narrowed(RequestBody.required(asked), Role.VIEWER);
        return transactions.run(connection -> counts.summary(connection, filter, Instant.now()));
    }
}
