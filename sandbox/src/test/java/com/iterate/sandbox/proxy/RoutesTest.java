package com.iterate.sandbox.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/, SURVEY",
        "/s/abc, SURVEY",
        "/api/surveys/1/responses, SURVEY",
        "/settings, SETTINGS",
        "/settings/braze, SETTINGS",
        "/settingsx, SURVEY",
        "/sign-in, SETTINGS",
        "/sign-out, SETTINGS",
        "/api/session/renewal, SETTINGS",
        "/api/companies/acme/braze, SETTINGS",
        "/.well-known/jwks.json, SETTINGS",
        "/delivery, RELAY",
        "/api/lanes, RELAY",
        "/api/dead-letters/search, RELAY",
        "/api/deliveries, RELAY",
        "/api/audit, RELAY",
        "/api/erasures, SURVEY",
        "/questions, SURVEY",
        "/s/a%20b, SURVEY"
    })
    void each_path_has_its_owner(String path, Target owner) {
        assertThat(Routes.of(path)).hasValue(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal", "/internal/companies/acme/braze", "//internal/x", "/%69nternal/x", "/internal;a=b/x",
                "/x/../internal/x", "/%2e%2e/internal", "/./internal", "/x%2f..%2finternal", "/..%5cinternal",
                "/q", "/q/metrics", "//q/health", "/%71/health", "/s/%zz"
            })
    void what_is_between_the_services_is_nobodys_from_outside(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }
}
