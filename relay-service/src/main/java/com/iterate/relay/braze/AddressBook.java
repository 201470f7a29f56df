package com.iterate.relay.braze;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The checked addresses of a host. A connection is made to the very address that was checked: a name that answers
 * differently a moment later changes nothing. Usable from any context.
 */
final class AddressBook {

    /** Looks a name up, blocking. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The name leads to a place that no company may point us to. */
    static final class PrivateAddress extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Braze has about 15 hosts; the rest is room for listed ones and for names that do not exist. */
    private static final int HOSTS_KEPT = 256;

    private final Vertx vertx;
    private final WorkerExecutor lookups;
    private final Names names;
    private final long keptNanos;
    private final Map<Endpoint, Known> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Endpoint, Known> eldest) {
            return size() > HOSTS_KEPT;
        }
    };
    private final Map<Endpoint, CompletableFuture<InetAddress>> running = new HashMap<>();

    private record Known(List<InetAddress> preferredFirst, long lookedUpAt) {}

    AddressBook(Vertx vertx, WorkerExecutor lookups, Names names, Duration kept) {
        this.vertx = vertx;
        this.lookups = lookups;
        this.names = names;
        this.keptNanos = kept.toNanos();
    }

    /** Completes on the caller's context; fails with {@link UnknownHostException} or {@link PrivateAddress}. */
    Future<InetAddress> addressOf(Endpoint endpoint) {
        CompletableFuture<InetAddress> lookup;
        synchronized (this) {
            Known known = entries.get(endpoint);
            if (known != null && System.nanoTime() - known.lookedUpAt() < keptNanos) {
                return Future.succeededFuture(known.preferredFirst().get(0));
            }
            CompletableFuture<InetAddress> inFlight = running.get(endpoint);
            lookup = inFlight == null ? new CompletableFuture<>() : inFlight;
            running.put(endpoint, lookup);
            if (inFlight == null) {
                start(endpoint, lookup);
            }
        }
        Context caller = vertx.getOrCreateContext();
        Promise<InetAddress> found = Promise.promise();
        lookup.whenComplete((address, failure) -> caller.runOnContext(now -> {
            if (failure == null) {
                found.complete(address);
            } else {
                found.fail(failure);
            }
        }));
        return found.future();
    }

    /** Nothing answers there: the next request tries the host's next address. */
    synchronized void refused(Endpoint endpoint, InetAddress address) {
        Known known = entries.get(endpoint);
        if (known != null && known.preferredFirst().get(0).equals(address)) {
            List<InetAddress> others = new ArrayList<>(known.preferredFirst());
            Collections.rotate(others, -1);
            entries.put(endpoint, new Known(others, known.lookedUpAt()));
        }
    }

    private void start(Endpoint endpoint, CompletableFuture<InetAddress> lookup) {
        lookups.executeBlocking(() -> checked(endpoint, names.of(endpoint.host())), false)
                .onComplete(looked -> {
                    if (looked.succeeded()) {
                        lookup.complete(enter(endpoint, looked.result()));
                    } else {
                        lookup.completeExceptionally(looked.cause());
                    }
                    synchronized (this) {
                        running.remove(endpoint);
                    }
                });
    }

    private synchronized InetAddress enter(Endpoint endpoint, List<InetAddress> found) {
        Known entry = entry(found, entries.get(endpoint));
        entries.put(endpoint, entry);
        return entry.preferredFirst().get(0);
    }

    private static List<InetAddress> checked(Endpoint endpoint, InetAddress[] found)
            throws UnknownHostException, PrivateAddress {
        if (found.length == 0) {
            throw new UnknownHostException();
        }
        for (InetAddress address : found) {
            // One private address among public ones is a trap set for whoever checks the first only.
            if (endpoint.origin() == Endpoint.Origin.BRAZE && !PublicAddress.is(address)) {
                throw new PrivateAddress();
            }
        }
        return List.of(found);
    }

    /** Stays with the address in use, where connections are open, for as long as the name still leads there. */
    private static Known entry(List<InetAddress> found, @Nullable Known before) {
        List<InetAddress> ordered = new ArrayList<>(found);
        if (before != null && ordered.remove(before.preferredFirst().get(0))) {
            ordered.add(0, before.preferredFirst().get(0));
        }
        return new Known(ordered, System.nanoTime());
    }
}
