package com.iterate.relay.braze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    private final AllowedOrigins origins = new AllowedOrigins(
            List.of(URI.create("http://localhost:8090"), URI.create("https://braze.internal.example")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rest.iad-01.braze.com",
                "https://rest.fra-02.braze.eu/",
                "https://REST.us-10.Braze.com:443",
                "http://localhost:8090",
                "http://localhost:8090/",
                "https://braze.internal.example:443"
            })
    void brazes_hosts_and_listed_origins_may_be_called(String endpoint) {
        assertThat(origins.endpoint(URI.create(endpoint))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://rest.iad-01.braze.com",
                "https://rest.iad-01.braze.com:8443",
                "https://rest.iad-01.braze.com/users",
                "https://rest.iad-01.braze.com?x=1",
                "https://user@rest.iad-01.braze.com",
                "https://rest.iad-01.braze.com.evil.example",
                "https://evil.example/rest.iad-01.braze.com",
                "https://rest.a.b.braze.com",
                "https://restXiad-01.braze.com",
                "https://dashboard-01.braze.com",
                "https://127.0.0.1",
                "http://localhost:8091",
                "https://localhost:8090",
                "http://braze.internal.example",
                "ftp://rest.iad-01.braze.com",
                "mailto:rest.iad-01.braze.com",
                "rest.iad-01.braze.com"
            })
    void nothing_else_may(String endpoint) {
        assertThat(origins.endpoint(URI.create(endpoint))).isEmpty();
    }

    @Test
    void a_listed_origin_that_could_never_match_stops_the_start() {
        assertThatThrownBy(() -> new AllowedOrigins(List.of(URI.create("localhost"))))
                .hasMessageContaining("BRAZE_ALLOWED_ORIGINS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "198.18.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "2002:a00:1::1",
                "2001:0:1::1",
                "2001:db8::1",
                "64:ff9b::10.0.0.1"
            })
    void private_addresses_are_known_as_such(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "104.17.227.60",
                "8.8.8.8",
                "100.63.0.1",
                "172.32.0.1",
                "2606:4700::6811:e33c",
                "64:ff9b::8.8.8.8"
            })
    void public_addresses_are_known_as_such(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }
}
