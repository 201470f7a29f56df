package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    @Test
    void each_is_a_block_of_addresses_and_nothing_that_has_to_be_resolved() throws IOException {
        Properties shared = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            shared.load(file);
        }
        assertThat(shared.getProperty("quarkus.http.proxy.trusted-proxies").split(",", -1))
                .isNotEmpty()
                .allMatch(proxy -> proxy.matches("[0-9a-f.:]+/[0-9]{1,3}"));
    }
}
