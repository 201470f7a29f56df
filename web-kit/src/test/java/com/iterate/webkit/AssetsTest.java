package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Pattern ASSET = Pattern.compile("page\\.asset\\('([^']+)'\\)");

    private final Assets assets = new Assets();

    @Test
    void every_file_that_the_layout_names_exists() throws IOException {
        String layout;
        try (InputStream template = AssetsTest.class.getResourceAsStream("/templates/layout.html")) {
            layout = new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(ASSET.matcher(layout).results().map(found -> found.group(1)))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        path -> assertThat(assets.versioned(path)).matches(Pattern.quote(path) + "\\?v=[0-9a-f]{12}"));
    }

    @Test
    void a_misspelt_file_is_a_fault_and_not_a_broken_link() {
        assertThatThrownBy(() -> assets.versioned("/kit/syte.css")).hasMessageContaining("/kit/syte.css");
    }
}
