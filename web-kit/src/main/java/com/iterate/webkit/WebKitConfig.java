package com.iterate.webkit;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What every service must know about how the outside sees it. */
@ConfigMapping(prefix = "webkit")
public interface WebKitConfig {

    /** The one origin that browsers use, such as {@code https://surveys.example.com}: for links and for the check of {@code Origin}. */
    URI publicUrl();

    /** Bytes of a request body. Kept in step with the server's own limit, whose refusal has an empty body. */
    long maxBodyBytes();
}
