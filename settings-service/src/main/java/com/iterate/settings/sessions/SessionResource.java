package com.iterate.settings.sessions;

import com.iterate.settings.members.Email;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import com.iterate.webkit.Session;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Sessions for programs, and for pages with a script. */
@Path("/api/session")
class SessionResource {

    /** Longer than any e-mail or password that we store. */
    private static final int LONGEST = 1_000;

    private final Session session;
    private final SignIn signIn;
    private final SessionRenewal renewal;
    private final SessionCookie cookie;
    private final JsonWebToken token;

    SessionResource(Session session, SignIn signIn, SessionRenewal renewal, SessionCookie cookie, JsonWebToken token) {
        this.session = session;
        this.signIn = signIn;
        this.renewal = renewal;
        this.cookie = cookie;
        this.token = token;
    }

    record Wanted(@Nullable String email, @Nullable String password) {

        SignIn.Credentials credentials() {
            return new SignIn.Credentials(
                    new Email(RequestBody.text("email", email, LONGEST)),
                    RequestBody.text("password", password, LONGEST));
        }
    }

    record Opened(String token, Instant expiresAt) {}

    @POST
    @Operation(summary = "Sign in; the token is also set as a cookie")
    public Response open(@Nullable Wanted body, HttpServerRequest request) {
        SignIn.Outcome outcome = signIn.attempt(RequestBody.required(body).credentials(), ClientAddress.of(request));
        if (outcome instanceof SignIn.Outcome.SignedIn signedIn) {
            return opened(signedIn.token());
        }
        throw SignInProblem.of(outcome);
    }

    @POST
    @Path("/renewal")
    @Operation(summary = "Renew a session before it ends; refused to removed members and after twelve hours")
    public Response renew() {
        session.requireMember();
        return renewal.renew(token)
                .map(this::opened)
                .orElseThrow(() -> new Problem(
                        401, "session-over", "The session is over", "It has lasted as long as it may. Sign in again."));
    }

    @DELETE
    @Operation(summary = "Sign out: the cookie goes; a copied token ends by itself")
    public Response close() {
        return Response.noContent().cookie(cookie.none()).build();
    }

    private Response opened(SessionToken opened) {
        return Response.ok(new Opened(opened.value(), opened.expiresAt()))
                .cookie(cookie.holding(opened))
                .build();
    }
}
