package com.iterate.relay.delivery;

import com.iterate.relay.delivery.Asked.Field;
import com.iterate.relay.letters.Discards;
import com.iterate.relay.letters.DiscardsResource;
import com.iterate.relay.letters.DiscardsResource.Wanted;
import com.iterate.relay.letters.LetterAccess;
import com.iterate.relay.letters.SummaryResource;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asks why letters are not to be delivered, and then discards them. */
@Path("/delivery/discards")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
class DiscardPage {

    private final LetterAccess access;
    private final SummaryResource summaries;
    private final DiscardsResource discards;

    DiscardPage(LetterAccess access, SummaryResource summaries, DiscardsResource discards) {
        this.access = access;
        this.summaries = summaries;
        this.discards = discards;
    }

    record discard(String letters, List<Field> fields, String back, String why, String problem)
            implements TemplateInstance {}

    /** The question. */
    @POST
    @Path("/plan")
    @Operation(hidden = true)
    public TemplateInstance plan(MultivaluedMap<String, String> form) {
        access.member(Role.ADMIN);
        return question(Chosen.of(form), "", "");
    }

    @POST
    @Operation(hidden = true)
    public Response discard(MultivaluedMap<String, String> form) {
        access.member(Role.ADMIN);
        Chosen chosen = Chosen.of(form);
        String why = Optional.ofNullable(form.getFirst("why")).orElse("").strip();
        if (why.isEmpty()) {
            return DeadLettersPage.page(
                    422, question(chosen, why, "Say why: whoever looks at a letter later reads it."));
        }
        try {
            Discards.Result result = discards.discard(wanted(chosen, why));
            return Response.seeOther(URI.create(after(chosen, result))).build();
        } catch (Problem wrong) {
            if (wrong.status() != 422) {
                throw wrong;
            }
            return DeadLettersPage.page(422, question(chosen, why, wrong.detail()));
        }
    }

    private static Wanted wanted(Chosen chosen, String why) {
        return chosen.isAll()
                ? new Wanted(Optional.empty(), Optional.of(chosen.asked().filter()), why)
                : new Wanted(Optional.of(chosen.ids()), Optional.empty(), why);
    }

    private static String after(Chosen chosen, Discards.Result result) {
        String filter = chosen.asked().without("cause").query();
        return "/delivery/dead-letters?" + (filter.isEmpty() ? "" : filter + "&") + Done.query(result);
    }

    private TemplateInstance question(Chosen chosen, String why, String problem) {
        long letters = chosen.isAll()
                ? summaries.summary(chosen.asked().filter()).letters()
                : chosen.ids().size();
        return new discard(Span.letters(letters), chosen.fields(), chosen.back(), why, problem);
    }
}
