package com.iterate.relay.delivery;

import com.iterate.relay.letters.ExportResource;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All letters that a form asks for, as a file. */
@Path("/delivery/exports")
@Blocking
class ExportPage {

    private final ExportResource exports;

    ExportPage(ExportResource exports) {
        this.exports = exports;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response export(MultivaluedMap<String, String> form) {
        return exports.export(
                Optional.ofNullable(form.getFirst("format")),
                Optional.ofNullable(form.getFirst("reveal")),
                Asked.ofForm(form).filter());
    }
}
