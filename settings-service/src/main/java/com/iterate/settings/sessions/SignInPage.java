package com.iterate.settings.sessions;

import com.iterate.settings.members.Email;
import com.iterate.webkit.NextPath;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Session;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sign-in with nothing but HTML. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
class SignInPage {

    private final Session session;
    private final SignIn signIn;
    private final SessionRenewal renewal;
    private final SessionCookie cookie;
    private final JsonWebToken token;

    SignInPage(Session session, SignIn signIn, SessionRenewal renewal, SessionCookie cookie, JsonWebToken token) {
        this.session = session;
        this.signIn = signIn;
        this.renewal = renewal;
        this.cookie = cookie;
        this.token = token;
    }

    record signIn(String next, String email, String failure) implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("next") Optional<String> next) {
        return session.member().isPresent()
                ? Response.seeOther(URI.create(NextPath.safe(next))).build()
                : Response.ok(new signIn(NextPath.safe(next), "", "")).build();
    }

    @POST
    @Operation(hidden = true)
    public Response submit(
            @FormParam("email") Optional<String> email,
            @FormParam("password") Optional<String> password,
            @FormParam("next") Optional<String> next,
            HttpServerRequest request) {
        SignIn.Credentials credentials = new SignIn.Credentials(new Email(email.orElse("")), password.orElse(""));
        SignIn.Outcome outcome = signIn.attempt(credentials, ClientAddress.of(request));
        if (outcome instanceof SignIn.Outcome.SignedIn signedIn) {
            return Response.seeOther(URI.create(NextPath.safe(next)))
                    .cookie(cookie.holding(signedIn.token()))
                    .build();
        }
        Problem problem = SignInProblem.of(outcome);
        Response.ResponseBuilder again = Response.status(problem.status())
                .entity(new signIn(NextPath.safe(next), credentials.email().value(), problem.detail()));
        if (outcome instanceof SignIn.Outcome.TooManyAttempts tooMany) {
            again.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfter().toSeconds() + 1);
        }
        return again.build();
    }

    /** On the way to a page with an ageing session: a new one, or the sign-in page for who may have none. */
    @GET
    @Path("/renewal")
    @Operation(hidden = true)
    public Response renew(@QueryParam("next") Optional<String> next) {
        session.requireMember();
        return renewal.renew(token)
                .map(renewed ->
                        Response.seeOther(URI.create(NextPath.safe(next))).cookie(cookie.holding(renewed)))
                .orElseGet(() -> Response.seeOther(URI.create(NextPath.signIn(NextPath.safe(next))))
                        .cookie(cookie.none()))
                .build();
    }
}
