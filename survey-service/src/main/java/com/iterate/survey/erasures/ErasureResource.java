package com.iterate.survey.erasures;

import com.iterate.contracts.InvalidEvent;
import com.iterate.contracts.Limits;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureRequest;
import com.iterate.erasures.Receipt;
import com.iterate.survey.relay.RelayErasures;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Erases a person, here and in the relay: the one call that an admin needs. */
@Path("/api/erasures")
public class ErasureResource {

    private static final Logger LOG = Logger.getLogger(ErasureResource.class);

    /** A relay that restarts is back by then. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Session session;
    private final PersonalRows rows;
    private final RelayErasures relay;

    ErasureResource(Session session, PersonalRows rows, RelayErasures relay) {
        this.session = session;
        this.rows = rows;
        this.relay = relay;
    }

    /** @return what was erased where, and when Kafka has deleted its last copy */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Receipt erase(@Nullable ErasureRequest body) throws SQLException {
        session.requireMember();
        ErasureRequest request = RequestBody.required(body);
        String company = request.company()
                .filter(Limits::isCompanyId)
                .orElseThrow(() -> RequestBody.invalid("company", "must be a company's id"));
        Member member = session.require(Role.ADMIN, company);
        Respondent person = person(request);
        Receipt ours = rows.erase(company, person, member.email());
        LOG.infof("Person erased: by=%s company=%s stores=%s", member.email(), company, ours.stores());
        return relay.erase(company, person).map(ours::and).orElseThrow(() -> inPart(ours));
    }

    private static Respondent person(ErasureRequest request) {
        try {
            return request.person();
        } catch (InvalidEvent notAPerson) {
            throw RequestBody.invalid("brazeId", "or externalId must be one good id: " + notAPerson.getMessage());
        }
    }

    private static Problem inPart(Receipt ours) {
        return new Problem(
                        503,
                        "erased-in-part",
                        "Erased in part",
                        "The person's responses and answers are gone, but the relay did not say that its dead letters and"
                                + " records of delivery are. Send the same request again; it may be repeated freely.")
                .with("receipt", ours)
                .retryAfter(AGAIN);
    }
}
