package com.iterate.benchmarks.processes;

import com.iterate.benchmarks.standin.Behaviour;
import com.iterate.benchmarks.standin.FastBraze;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The stand-in for Braze and for settings-service. */
public final class BrazeProcess {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

    /** It answers in microseconds, unless the machine is overrun. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Child child;
    private final URI address;
    private int slots = 1;

    private BrazeProcess(Child child) {
        this.child = child;
        this.address = URI.create("http://localhost:" + child.read());
    }

    public static BrazeProcess start(Workplace workplace) {
        return new BrazeProcess(workplace.program("braze", OPTIONS, FastBraze.class, List.of()));
    }

    public URI address() {
        return address;
    }

    public Child child() {
        return child;
    }

    /** Forgets everything, and counts these. */
    public void expect(int answers, int slots) {
        this.slots = slots;
        call("/control/expect", new JsonObject().put("answers", answers).put("slots", slots));
    }

    /** @param faults by company; all others accept */
    public void behave(Duration latency, Map<String, Behaviour> faults) {
        JsonObject companies = new JsonObject();
        faults.forEach((company, behaviour) -> companies.put(company, behaviour.name()));
        call(
                "/control/behave",
                new JsonObject().put("latencyMillis", latency.toMillis()).put("faults", companies));
    }

    /** @return the version of the company's connection from now on */
    public long renew(String company) {
        return new JsonObject(Buffer.buffer(call("/control/renew", new JsonObject().put("company", company))))
                .getLong("version");
    }

    public Counts counts() {
        return Counts.of(new JsonObject(Buffer.buffer(call("/control/counts", new JsonObject()))));
    }

    public Times times() {
        return Times.of(ByteBuffer.wrap(call("/control/times", new JsonObject())), slots);
    }

    private byte[] call(String path, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            child.mustLive();
            throw new UncheckedIOException("the stand-in does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
