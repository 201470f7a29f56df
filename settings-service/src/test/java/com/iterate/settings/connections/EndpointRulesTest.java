package com.iterate.settings.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.webkit.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {

    private final EndpointRules rules = resolvingTo("104.18.1.1");

    @ParameterizedTest
    @CsvSource({
        "https://rest.iad-01.braze.com,       https://rest.iad-01.braze.com",
        "https://rest.iad-01.braze.com/,      https://rest.iad-01.braze.com",
        "' https://rest.fra-02.braze.eu ',    https://rest.fra-02.braze.eu",
        "HTTPS://REST.IAD-01.BRAZE.COM,       https://rest.iad-01.braze.com",
        "https://rest.us-10.braze.com:443,    https://rest.us-10.braze.com",
        "https://rest.brand-new.braze.com,    https://rest.brand-new.braze.com"
    })
    void a_rest_endpoint_of_braze_has_one_spelling(String entered, String origin) {
        assertThat(rules.check(entered).origin()).isEqualTo(origin);
    }

    @Test
    void every_documented_endpoint_passes() {
        assertThat(BrazeInstance.DOCUMENTED)
                .allSatisfy(instance ->
                        assertThat(rules.check(instance.endpoint()).origin()).isEqualTo(instance.endpoint()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rest.iad-01.braze.com",
                "http://rest.iad-01.braze.com",
                "https://rest.iad-01.braze.com.evil.test",
                "https://rest.evil.test/.braze.com",
                "https://rest.a.b.braze.com",
                "https://evilrest.iad-01.braze.com",
                "https://sdk.iad-01.braze.com",
                "https://dashboard-01.braze.com",
                "https://rest.iad-01.braze.com:8443",
                "https://rest.iad-01.braze.com/users/track",
                "https://rest.iad-01.braze.com?x=1",
                "https://rest.iad-01.braze.com#x",
                "https://user:secret@rest.iad-01.braze.com",
                "https://evil.test@rest.iad-01.braze.com",
                "https://rest.iad-01.braze.com\\@evil.test",
                "https://127.0.0.1",
                "https://[::1]",
                "https://0x7f000001",
                "ftp://rest.iad-01.braze.com",
                "file:///etc/passwd"
            })
    void everything_else_is_refused(String entered) {
        assertThatThrownBy(() -> rules.check(entered))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                        "224.0.0.1",
                "198.18.0.1", "255.255.255.255", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
                        "2002:a00:1::"
            })
    void a_name_that_leads_into_a_private_network_is_refused(String address) {
        assertThatThrownBy(() -> resolvingTo(address).check("https://rest.iad-01.braze.com"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail()).contains("private network"));
    }

    @Test
    void a_name_server_that_is_away_stops_nobody() {
        EndpointRules offline = new EndpointRules(Set.of(), host -> {
            throw new UnknownHostException(host);
        });

        assertThat(offline.check("https://rest.iad-01.braze.com").origin()).isEqualTo("https://rest.iad-01.braze.com");
    }

    @Test
    void a_listed_origin_may_be_plain_and_private_and_nothing_beside_it() {
        EndpointRules sandbox = new EndpointRules(Set.of("http://localhost:8090/", " "), InetAddress::getAllByName);

        assertThat(sandbox.check("http://localhost:8090").origin()).isEqualTo("http://localhost:8090");
        assertThatThrownBy(() -> sandbox.check("http://localhost:8091")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> sandbox.check("https://localhost:8090")).isInstanceOf(Problem.class);
    }

    @Test
    void a_list_that_cannot_be_read_stops_the_start() {
        assertThatThrownBy(() -> new EndpointRules(Set.of("localhost:8090"), InetAddress::getAllByName))
                .hasMessageContaining("BRAZE_ALLOWED_ORIGINS");
    }

    private static EndpointRules resolvingTo(String address) {
        return new EndpointRules(Set.of(), host -> new InetAddress[] {InetAddress.getByName(address)});
    }
}
