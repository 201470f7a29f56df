package com.iterate.backing;

/** A server that can be away for a while: it comes back on the same port with its data. */
public interface Server {

    void stop();

    void start();
}
