package com.iterate.settings.companies;

import com.iterate.contracts.Limits;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Companies: an operator adds them, their members see them. */
@Path("/api/companies")
class CompaniesResource {

    /** Fits a heading; nothing else depends on it. */
    private static final int LONGEST_NAME = 200;

    private final Session session;
    private final Companies companies;

    CompaniesResource(Session session, Companies companies) {
        this.session = session;
        this.companies = companies;
    }

    record Wanted(@Nullable String id, @Nullable String name) {

        Company company() {
            String wantedId = RequestBody.text("id", id, Integer.MAX_VALUE);
            if (!Limits.isCompanyId(wantedId)) {
                throw RequestBody.invalid("id", "must be 1 to 40 of a-z, 0-9 and -");
            }
            return new Company(
                    wantedId, RequestBody.text("name", name, LONGEST_NAME).strip());
        }
    }

    @POST
    @Operation(summary = "Add a company (operator)")
    public Response add(@Nullable Wanted body) {
        session.requireOperator();
        Company company = RequestBody.required(body).company();
        companies.add(company);
        return Response.created(URI.create("/api/companies/" + company.id()))
                .entity(company)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A company")
    public Company get(@PathParam("id") String id) {
        session.require(Role.VIEWER, id);
        return companies.require(id);
    }
}
