package com.iterate.relay.lanes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a company's answers are sent to Braze. */
@ConfigMapping(prefix = "relay.lanes")
public interface LanesConfig {

    /** Objects in one request, attributes and events together. Braze: 75 combined; legacy contracts 75 of each. */
    @WithDefault("75")
    int objectsPerRequest();

    /** Bytes in one request. Braze refuses above 4 MB; the rest is margin for framing and for estimates. */
    @WithDefault("3500000")
    int bytesPerRequest();

    /**
     * Requests in flight of one company while Braze is as quick as usual: an eighth of the connections to one Braze host, so that
     * nobody fills it alone.
     */
    @WithDefault("16")
    int requestsInFlight();

    /** Requests in flight to one Braze host: one for each connection, since what waits for a connection waits in no order. */
    @WithDefault("${relay.braze.connections-per-host:128}")
    int requestsInFlightPerHost();

    /** How long a batch may gather while a request is in flight. An idle lane sends at once. */
    @WithDefault("50ms")
    Duration linger();

    /** Answers that have waited this long are behind anyway: requests may as well be full. More than clocks differ by. */
    @WithDefault("5s")
    Duration late();

    /**
     * How long their batch may gather, even in an idle lane: a hundred companies at 750 answers a second fill 75 in that time. An
     * answer that gathers holds up the commit of its partition, and with it everybody's reach: with 200 ms a backlog took 5 to 15 %
     * longer.
     */
    @WithDefault("100ms")
    Duration lateLinger();

    /** How long an attribute of a person rests after a request that may have written it: Braze keeps no order between requests. */
    @WithDefault("3s")
    Duration settle();

    /** The first wait after a failure; doubles with each further one. */
    @WithDefault("1s")
    Duration firstBackoff();

    /** The longest wait: after an outage of hours, answers flow again within a minute. */
    @WithDefault("60s")
    Duration longestBackoff();

    /** How often a lane with a wrong key tries again. A change of the settings wakes it at once. */
    @WithDefault("60s")
    Duration suspendedProbe();

    /**
     * Failures of one object alone, while others of its company pass, until it counts as bad in itself. With Braze failing every
     * second request, a good object has one chance in a thousand to be taken for bad; a bad one is found after some five minutes.
     */
    @WithDefault("10")
    int failuresAlone();

    /** 80 % of the 14 days that the topic keeps an answer: what waited longer is dead-lettered before Kafka deletes it. */
    @WithDefault("268h")
    Duration expiry();

    /** Records of one company that its lane holds: an eighth of the window, so that seven others still find room. */
    @WithDefault("3000")
    int capRecords();

    /** Bytes of those records: an eighth of the window's. */
    @WithDefault("4194304")
    long capBytes();

    /** After this time an unfinished answer no longer holds up the commit: three requests that time out, one after the other. */
    @WithDefault("30s")
    Duration stuckAfter();
}
