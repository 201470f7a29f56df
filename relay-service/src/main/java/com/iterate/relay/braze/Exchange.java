package com.iterate.relay.braze;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request on its way: ends once, in a reply, whatever happens on the wire and however long that takes. */
final class Exchange {

    private final Vertx vertx;
    private final ReplyReader reader;
    private final int mostReplyBytes;
    private final Promise<Reply> reply = Promise.promise();
    private @Nullable HttpClientRequest request;

    Exchange(Vertx vertx, ReplyReader reader, int mostReplyBytes) {
        this.vertx = vertx;
        this.reader = reader;
        this.mostReplyBytes = mostReplyBytes;
    }

    Future<Reply> endsWithin(Duration limit) {
        long timer = vertx.setTimer(
                limit.toMillis(), late -> giveUp(failed("no complete answer within " + limit.toSeconds() + " s")));
        return reply.future().onComplete(ended -> vertx.cancelTimer(timer));
    }

    /** Nothing has been written yet: no connection, no name, or a name that leads where it must not. */
    void couldNotStart(Throwable cause) {
        give(
                cause instanceof AddressBook.PrivateAddress
                        ? new Reply.Misconfigured(
                                0, "the REST endpoint's name leads to a private address: check the endpoint")
                        : failed(inWords(cause)));
    }

    void send(HttpClientRequest ready, Buffer body) {
        if (reply.future().isComplete()) {
            ready.reset();
            return;
        }
        request = ready;
        ready.response().onSuccess(this::read).onFailure(broken -> give(failed(inWords(broken))));
        ready.send(body).onFailure(broken -> give(failed(inWords(broken))));
    }

    private void read(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(broken -> give(failed(inWords(broken))));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > mostReplyBytes) {
                giveUp(new Reply.Failed(
                        response.statusCode(),
                        "an answer of more than " + mostReplyBytes + " bytes is not Braze's",
                        Reply.Reached.MAYBE));
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> give(reader.read(
                response.statusCode(),
                name -> Optional.ofNullable(response.getHeader(name)),
                body.toString(StandardCharsets.UTF_8),
                Instant.now())));
    }

    private void give(Reply end) {
        reply.tryComplete(end);
    }

    /** Also frees the connection, whose answer nobody waits for. */
    private void giveUp(Reply end) {
        if (reply.tryComplete(end) && request != null) {
            request.reset();
        }
    }

    private Reply.Failed failed(String why) {
        return new Reply.Failed(0, why, request == null ? Reply.Reached.NO : Reply.Reached.MAYBE);
    }

    /** Never the exception's message: it may repeat what was sent. */
    private static String inWords(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "the REST endpoint's name is not known (DNS)";
        }
        if (cause instanceof ConnectException) {
            return "no connection to the REST endpoint (refused or timed out)";
        }
        if (cause instanceof SSLException) {
            return "no trusted TLS connection to the REST endpoint";
        }
        return "the connection failed (" + cause.getClass().getSimpleName() + ")";
    }
}
