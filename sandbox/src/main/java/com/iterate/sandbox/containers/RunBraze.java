package com.iterate.sandbox.containers;

import com.iterate.sandbox.braze.BrazeStandIn;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/** The stand-in alone, until somebody stops the container. */
final class RunBraze implements Command {

    /** A container's network is its own: whom it may hear is decided by what is published. */
    private static final String EVERY_ADDRESS = "0.0.0.0";

    private static final int PORT = 8090;

    @Override
    public int run(PrintStream console) throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            BrazeStandIn.start(vertx, EVERY_ADDRESS, PORT, BrazeStandIn.DEMO_KEY)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException taken) {
            console.println("The Braze stand-in cannot listen on port " + PORT + ": " + taken.getMessage());
            return 1;
        }
        console.println("The Braze stand-in listens on port " + PORT);
        // Requests that are open end with the connection, as they may at Braze; there is nothing to save.
        new CountDownLatch(1).await();
        return 0;
    }
}
