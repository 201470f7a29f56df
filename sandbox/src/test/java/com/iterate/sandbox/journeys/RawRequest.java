package com.iterate.sandbox.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that no client would send. */
record RawRequest(URI to, String line) {

    /** ms. All that matters is that it was read. */
    private static final int PATIENCE = 5_000;

    /** @return the first line of the answer; empty if the connection is closed without one */
    String sent() {
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(PATIENCE);
            String request = line + " HTTP/1.1\r\nHost: " + to.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return answer == null ? "" : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
