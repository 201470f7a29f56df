package com.iterate.settings.outgoing;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** An HTTP client that always comes back, with little, and from where it was sent to. */
public final class BoundedHttp {

    private final HttpClient client;
    private final Duration timeOut;
    private final int bodyBytes;

    /**
     * @param connect   for the connection
     * @param timeOut   for everything, the last byte of the body included
     * @param bodyBytes what is read of the body; the rest is left
     */
    public BoundedHttp(Duration connect, Duration timeOut, int bodyBytes) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                // HTTP/2 would begin with an upgrade that servers behind plain HTTP do not expect.
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.timeOut = timeOut;
        this.bodyBytes = bodyBytes;
    }

    public Reply send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> call = client.sendAsync(request, unused -> new FirstBytes(bodyBytes));
        try {
            HttpResponse<String> response = call.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answered(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            call.cancel(true);
            return new Reply.Failed(Reply.Failure.TIMED_OUT);
        } catch (ExecutionException failed) {
            return new Reply.Failed(failure(failed.getCause()));
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Failed(Reply.Failure.BROKEN_OFF);
        }
    }

    private static Reply.Failure failure(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return Reply.Failure.TIMED_OUT;
        }
        if (cause instanceof ConnectException) {
            return isUnresolved(cause) ? Reply.Failure.NO_SUCH_HOST : Reply.Failure.REFUSED;
        }
        return cause instanceof SSLException ? Reply.Failure.TLS : Reply.Failure.BROKEN_OFF;
    }

    /** The client hides it below one or two exceptions of its own. */
    private static boolean isUnresolved(Throwable connect) {
        return Stream.iterate(connect, Objects::nonNull, Throwable::getCause)
                .anyMatch(UnresolvedAddressException.class::isInstance);
    }
}
