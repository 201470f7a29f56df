package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/surveys/nps?tab=results", "/settings#braze", "/s/a//b"})
    void a_path_of_ours_is_kept(String path) {
        assertThat(NextPath.safe(Optional.of(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.test",
                "/\\evil.test",
                "/\t/evil.test",
                "/\n/evil.test",
                "https://evil.test",
                "surveys",
                "/a\\b"
            })
    void anything_that_could_leave_leads_to_the_start_page(String candidate) {
        assertThat(NextPath.safe(Optional.of(candidate))).isEqualTo("/");
    }

    @Test
    void the_page_of_an_htmx_request_is_known_by_its_path() {
        assertThat(NextPath.ofUrl(Optional.of("https://surveys.example.com/surveys?page=2")))
                .contains("/surveys?page=2");
        assertThat(NextPath.ofUrl(Optional.of("not an address"))).isEmpty();
    }

    @Test
    void what_follows_the_next_path_cannot_add_parameters() {
        assertThat(NextPath.signIn("/a?b=c&d=é")).isEqualTo("/sign-in?next=%2Fa%3Fb%3Dc%26d%3D%C3%A9");
    }
}
