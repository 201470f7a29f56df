package com.iterate.sandbox.demo;

import java.net.URI;

/**
 * Where the demo company is made.
 *
 * @param origin         the system's one origin, as this program reaches it
 * @param braze          the stand-in, as the relay reaches it
 * @param brazeKey       opens a workspace there
 * @param memberPassword what the company's member gets
 */
public record Stage(
        URI origin, URI braze, String brazeKey, String operator, String operatorPassword, String memberPassword) {

    /** The passwords stay out of logs. */
    @Override
    public String toString() {
        return "Stage[" + origin + ", " + braze + "]";
    }
}
