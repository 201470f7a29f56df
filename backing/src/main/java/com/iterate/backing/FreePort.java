package com.iterate.backing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that nobody listens on at this moment. */
public final class FreePort {

    /**
     * Below the ports that Linux gives to outgoing connections (from 32768): between the choice and the server's own bind one of
     * those would now and then be in the way.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_767;

    private static final int TRIES = 1000;

    private FreePort() {}

    public static int find() {
        return findOtherThan(0);
    }

    /** For a server that listens on two. */
    static int findOtherThan(int chosen) {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (port != chosen && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on this machine");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
