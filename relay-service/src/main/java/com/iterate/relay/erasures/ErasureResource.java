package com.iterate.relay.erasures;

import com.iterate.contracts.InvalidEvent;
import com.iterate.contracts.Limits;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureRequest;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Who;
import com.iterate.webkit.Member;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Erases a person from the relay. Admins call survey-service, which erases its own and passes it on. */
@Path("/api/erasures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {

    private final Session session;
    private final Erasing erasing;

    ErasureResource(Session session, Erasing erasing) {
        this.session = session;
        this.erasing = erasing;
    }

    @POST
    @Operation(summary = "Erases a person: what was erased where, and when Kafka has deleted its last copy")
    public Receipt erase(@Nullable ErasureRequest body) throws SQLException {
        session.requireMember();
        ErasureRequest request = RequestBody.required(body);
        String company = request.company()
                .filter(Limits::isCompanyId)
                .orElseThrow(() -> RequestBody.invalid("company", "must be a company's id"));
        Member member = session.require(Role.ADMIN, company);
        return erasing.erase(company, person(request), Who.of(member));
    }

    private static Respondent person(ErasureRequest request) {
        try {
            return request.person();
        } catch (InvalidEvent notAPerson) {
            throw RequestBody.invalid("brazeId", "or externalId must be one good id: " + notAPerson.getMessage());
        }
    }
}
