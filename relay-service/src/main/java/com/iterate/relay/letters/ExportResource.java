package com.iterate.relay.letters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Letters as a file. Page by page, each read only once the one before is written: a client that reads slowly holds no connection
 * to the database, and a million letters take no more memory than a few.
 */
@Path("/api/dead-letters/export")
@Blocking
public class ExportResource {

    private final LetterAccess access;
    private final Transactions transactions;
    private final Pages pages;
    private final Audit audit;
    private final ObjectMapper json;

    ExportResource(LetterAccess access, Transactions transactions, Pages pages, Audit audit, ObjectMapper json) {
        this.access = access;
        this.transactions = transactions;
        this.pages = pages;
        this.audit = audit;
        this.json = json;
    }

    @POST
    @Operation(summary = "All that the filter finds, newest first; audited")
    public Response export(
            @Parameter(description = "csv, or ndjson with everything that a look shows") @QueryParam("format")
                    Optional<String> format,
            @Parameter(description = "true: with people's ids, in ndjson also answers and raw bytes; an admin's")
                    @QueryParam("reveal")
                    Optional<String> reveal,
            @Nullable LetterFilter asked) {
        Sight sight = Sight.of(reveal);
        LetterFilter filter = access.narrowed(RequestBody.required(asked), sight.atLeast());
        Member member = access.member(sight.atLeast());
        return switch (format.orElse("csv")) {
            case "csv" -> export(filter, sight, member, new CsvLines());
            case "ndjson" -> export(filter, sight, member, new JsonLines(json));
            default -> throw new Problem(400, "bad-format", "Unknown format", "format must be csv or ndjson.");
        };
    }

    private <T> Response export(LetterFilter filter, Sight sight, Member member, Lines<T> lines) {
        Map<String, Object> details = Map.of(
                "filter",
                filter.described(),
                "format",
                lines.ending(),
                "sight",
                sight.name().toLowerCase(Locale.ROOT));
        Entry entry = new Entry(member, Action.EXPORT, filter.company(), details);
        transactions.run(connection -> {
            audit.record(connection, entry);
            return entry;
        });
        StreamingOutput file = out -> write(filter, sight, lines, out);
        return Response.ok(file, lines.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dead-letters." + lines.ending() + "\"")
                .build();
    }

    private <T> void write(LetterFilter filter, Sight sight, Lines<T> lines, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.begin(writer);
        Optional<Cursor> next = Optional.of(Cursor.START);
        while (next.isPresent()) {
            Cursor after = next.get();
            List<T> page = transactions.run(
                    connection -> pages.page(connection, filter, after, lines.atOnce(), lines.reader()));
            for (T letter : page) {
                lines.write(letter, sight, writer);
            }
            next = page.size() < lines.atOnce()
                    ? Optional.empty()
                    : Optional.of(lines.cursor(page.get(page.size() - 1)));
        }
        writer.flush();
    }
}
