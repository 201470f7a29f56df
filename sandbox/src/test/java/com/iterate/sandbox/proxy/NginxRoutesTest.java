package com.iterate.sandbox.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routing table of nginx ({@code docker-compose.yml}) and the one of this proxy are two writings of the same. */
class NginxRoutesTest {

    private static final Path ROUTES = Path.of("../compose/nginx/routes.conf");

    /** {@code "~PATTERN" service:port;} of the first map, whose variable is {@code $service}. */
    private static final Pattern LINE = Pattern.compile("\\s+\"~(\\S+)\"\\s+(\\S+);");

    @ParameterizedTest
    @MethodSource("com.iterate.sandbox.proxy.SomePaths#all")
    @ValueSource(strings = {"/settings;a=b/x", "/internal;a=b/x", "/;a=b/internal", "/q;x/health"})
    void both_lead_a_path_to_the_same_service(String path) {
        assertThat(ofNginx(path)).isEqualTo(Routes.of(path).map(Target::service));
    }

    private static Optional<String> ofNginx(String path) {
        for (String line : service()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()
                    && Pattern.compile(matcher.group(1)).matcher(path).find()) {
                return matcher.group(2).equals("nobody")
                        ? Optional.empty()
                        : Optional.of(matcher.group(2).split(":", 2)[0]);
            }
        }
        return Optional.of(Target.SURVEY.service());
    }

    /** The lines of that map. */
    private static List<String> service() {
        try {
            List<String> lines = Files.readAllLines(ROUTES);
            int begin = lines.indexOf("map $uri $service {");
            return lines.subList(
                    begin + 1, begin + lines.subList(begin, lines.size()).indexOf("}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
