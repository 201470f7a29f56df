package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginCheckTest {

    @ParameterizedTest
    @CsvSource({
        "https://surveys.example.com,      https://surveys.example.com",
        "https://Surveys.Example.com/,     https://surveys.example.com",
        "https://surveys.example.com:443/, https://surveys.example.com",
        "http://localhost:80,              http://localhost",
        "http://localhost:8080,            http://localhost:8080",
        "https://surveys.example.com:80,   https://surveys.example.com:80"
    })
    void an_origin_is_written_as_browsers_write_it(URI url, String origin) {
        assertThat(OriginCheck.origin(url)).isEqualTo(origin);
    }
}
