package com.iterate.relay.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which letters there are. By {@code POST}: a person's id must not stand in an address. */
@Path("/api/dead-letters/search")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SearchResource {

    private static final int USUAL_PAGE = 50;

    /** Nobody reads more at once, and a page of these is a few hundred kilobytes. */
    private static final int LARGEST_PAGE = 200;

    /** @param next where the next page begins; empty on the last */
    public record Found(List<Letter> letters, Optional<String> next) {}

    private final LetterAccess access;
    private final Transactions transactions;
    private final Pages pages;
    private final ObjectMapper json;

    SearchResource(LetterAccess access, Transactions transactions, Pages pages, ObjectMapper json) {
        this.access = access;
        this.transactions = transactions;
        this.pages = pages;
        this.json = json;
    }

    @POST
    @Operation(
            summary = "Dead letters, newest first",
            description =
                    "The filter, and beside it after (the next of an earlier page) and limit (1 to 200, usually 50)")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = LetterFilter.class)))
    public Found search(@Nullable JsonNode body) throws JsonProcessingException {
        JsonNode asked = RequestBody.required(body);
        LetterFilter filter = json.treeToValue(asked, LetterFilter.class);
        Optional<String> after =
                asked.hasNonNull("after") ? Optional.of(asked.get("after").asText()) : Optional.empty();
        return page(filter, after, size(asked));
    }

    /** @param next of the page before; empty for the first */
    public Found page(LetterFilter asked, Optional<String> next, int size) {
        LetterFilter filter = access.narrowed(asked, Role.VIEWER);
        Cursor after = next.map(Cursor::of).orElse(Cursor.START);
        List<Letter> found =
                transactions.run(connection -> pages.page(connection, filter, after, size + 1, new LetterReader()));
        boolean more = found.size() > size;
        List<Letter> shown = more ? found.subList(0, size) : found;
        return new Found(
                shown.stream().map(Letter::masked).toList(),
                more ? Optional.of(shown.get(size - 1).cursor().text()) : Optional.empty());
    }

    private static int size(JsonNode asked) {
        JsonNode limit = asked.path("limit");
        int size = limit.isMissingNode() ? USUAL_PAGE : limit.isInt() ? limit.asInt() : 0;
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Problem(400, "bad-limit", "Page too large", "limit must be 1 to " + LARGEST_PAGE + ".");
        }
        return size;
    }
}
