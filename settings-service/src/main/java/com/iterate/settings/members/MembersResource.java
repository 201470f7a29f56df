package com.iterate.settings.members;

import com.iterate.settings.companies.Companies;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The members of one company. They are addressed by id: an e-mail in a URL would stand in every access log. */
@Path("/api/companies/{company}/members")
class MembersResource {

    private final Session session;
    private final Companies companies;
    private final Members members;
    private final Passwords passwords;

    MembersResource(Session session, Companies companies, Members members, Passwords passwords) {
        this.session = session;
        this.companies = companies;
        this.members = members;
        this.passwords = passwords;
    }

    record NewMember(Email email, String password, Role role) {

        static NewMember of(Wanted wanted) {
            Role role = Role.ofWireName(RequestBody.text("role", wanted.role(), Integer.MAX_VALUE))
                    .filter(known -> known != Role.OPERATOR)
                    .orElseThrow(() -> RequestBody.invalid("role", "must be viewer or admin"));
            return new NewMember(Email.required(wanted.email()), Passwords.required(wanted.password()), role);
        }
    }

    record Wanted(
            @Nullable String email,
            @Nullable String password,
            @Nullable String role) {}

    record Listed(UUID id, String email, String role, Instant addedAt) {}

    record AllOf(List<Listed> members) {}

    record Added(UUID id, String email, String role, String company) {}

    @POST
    @Operation(summary = "Add a member (admin of the company, or operator)")
    public Response add(@PathParam("company") String company, @Nullable Wanted body) {
        session.require(Role.ADMIN, company);
        companies.require(company);
        NewMember wanted = NewMember.of(RequestBody.required(body));
        Member member = new Member(wanted.email().value(), wanted.role(), Optional.of(company));
        Account account = members.add(member, passwords.hash(wanted.password()));
        return Response.created(URI.create("/api/companies/" + company + "/members/" + account.id()))
                .entity(new Added(account.id(), member.email(), member.role().wireName(), company))
                .build();
    }

    @GET
    @Operation(summary = "The members (admin of the company, or operator)")
    public AllOf list(@PathParam("company") String company) {
        session.require(Role.ADMIN, company);
        companies.require(company);
        return new AllOf(members.ofCompany(company));
    }

    @DELETE
    @Path("/{member}")
    @Operation(summary = "Remove a member; the session ends at its next renewal, after a quarter of an hour at most")
    public void remove(@PathParam("company") String company, @PathParam("member") UUID member) {
        session.require(Role.ADMIN, company);
        if (!members.remove(company, member)) {
            throw Problem.notFound("member");
        }
    }
}
