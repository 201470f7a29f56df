package com.iterate.settings.connections;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Braze's documented clusters, for people to choose from. New ones appear, so a free address is possible as well. */
record BrazeInstance(String name, String endpoint) {

    static final List<BrazeInstance> DOCUMENTED = Stream.concat(
                    // There is no US-09.
                    IntStream.rangeClosed(1, 8)
                            .mapToObj(number -> at("US-0" + number, "rest.iad-0" + number + ".braze.com")),
                    Stream.of(
                            at("US-10", "rest.us-10.braze.com"),
                            at("EU-01", "rest.fra-01.braze.eu"),
                            at("EU-02", "rest.fra-02.braze.eu"),
                            at("AU-01", "rest.au-01.braze.com"),
                            at("ID-01", "rest.id-01.braze.com"),
                            at("JP-01", "rest.jp-01.braze.com"),
                            at("KR-01", "rest.kr-01.braze.com")))
            .toList();

    private static BrazeInstance at(String name, String host) {
        return new BrazeInstance(name, "https://" + host);
    }
}
