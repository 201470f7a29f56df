package com.iterate.webkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way in which a request can fail inside JAX-RS, as a {@link Problem}. None tells a class name or a message of ours. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, HttpServerRequest request) {
        return responses.of(problem, request);
    }

    @ServerExceptionMapper(priority = 1)
    Response forbidden(ForbiddenException refused, HttpServerRequest request) {
        return responses.of(StatusProblem.of(403), request);
    }

    /** Not found, wrong method, wrong type and all else that JAX-RS refuses by itself. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refused, HttpServerRequest request) {
        Response planned = refused.getResponse();
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return responses.of(UnreadableBody.problem(unreadable), request);
        }
        if (planned.hasEntity() || planned.getStatus() < 400) {
            return planned;
        }
        if (planned.getStatus() >= 500) {
            return unexpected(refused, request);
        }
        return responses.of(StatusProblem.of(planned.getStatus()), request);
    }

    // Quarkus maps this one itself, with an empty body; the priority puts ours before it.
    @ServerExceptionMapper(priority = 1)
    Response mismatched(MismatchedInputException unreadable, HttpServerRequest request) {
        return responses.of(UnreadableBody.problem(unreadable), request);
    }

    @ServerExceptionMapper
    Response refusedByARecord(ValueInstantiationException unreadable, HttpServerRequest request) {
        return responses.of(UnreadableBody.problem(unreadable), request);
    }

    @ServerExceptionMapper
    Response tooDeepOrTooLong(StreamConstraintsException unreadable, HttpServerRequest request) {
        return responses.of(UnreadableBody.problem(unreadable), request);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault, HttpServerRequest request) {
        Optional<SQLException> away = DatabaseAway.causeOf(fault);
        if (away.isPresent()) {
            LOG.warnf(
                    "Told to come back, since the database does not answer: %s method=%s",
                    FailureKind.of(away.get()), request.method());
            return responses.of(DatabaseAway.problem(), request);
        }
        UUID reference = UUID.randomUUID();
        LOG.errorf(fault, "Request failed: reference=%s method=%s", reference, request.method());
        return responses.of(StatusProblem.of(500).with(Problem.REFERENCE, reference.toString()), request);
    }
}
