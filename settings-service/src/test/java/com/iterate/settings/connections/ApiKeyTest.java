package com.iterate.settings.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.webkit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"9f0a1b2c-3d4e-5f60-7182-93a4b5c6d7e8", "any.format_of/signs+braze=may~choose"})
    void a_key_of_any_format_is_taken(String key) {
        assertThat(ApiKey.required(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " key",
                "key ",
                "a key",
                "key\n",
                "key\r\nX-Evil: 1",
                "\"key\"",
                "'key'",
                "“key”",
                "schlüssel",
                "key\u0000",
                "key\u00a0"
            })
    void what_breaks_the_header_is_refused_without_repeating_it(String key) {
        assertThatThrownBy(() -> ApiKey.required(key))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422))
                .hasMessageNotContaining("key\n")
                .hasMessageNotContaining("schl");
    }

    @ParameterizedTest
    @CsvSource({"9f0a1b2c-3d4e-5f60-7182-93a4b5c6d7e8, d7e8", "secret, ret", "abc, c"})
    void the_ending_never_gives_away_more_than_half(String key, String ending) {
        assertThat(new ApiKey(key).ending()).isEqualTo(ending);
    }

    @Test
    void a_log_cannot_hold_it() {
        assertThat(new ApiKey("secret")).hasToString("ApiKey[]");
    }
}
