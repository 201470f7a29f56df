package com.iterate.sandbox.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The paths of the Ingress and of the cluster's sandbox, and the routing table of this proxy, are writings of the same. */
class IngressRoutesTest {

    private static final Path INGRESS = Path.of("../k8s/base/ingress.yaml");
    private static final Path ORIGIN = Path.of("../k8s/overlays/sandbox/origin.conf");

    private static final Pattern PATH =
            Pattern.compile("\\{path: (\\S+), pathType: Prefix, backend: \\{service: \\{name: ([a-z-]+),");

    /** {@code "~PATTERN" service;} of the map of services, the only one in quotes. */
    private static final Pattern LINE = Pattern.compile("\\s+\"~(\\S+)\"\\s+(\\S+);");

    @ParameterizedTest
    @MethodSource("com.iterate.sandbox.proxy.SomePaths#all")
    void all_lead_a_path_to_the_same_service(String path) throws IOException {
        Optional<String> ours = Routes.of(path).map(Target::service);

        assertThat(ofIngress(path)).isEqualTo(ours);
        assertThat(ofOrigin(path)).isEqualTo(ours);
    }

    /** Prefixes of whole segments, the longest first, as Kubernetes has it. */
    private static Optional<String> ofIngress(String path) throws IOException {
        Map<String, String> services = new HashMap<>();
        PATH.matcher(Files.readString(INGRESS)).results().forEach(each -> services.put(each.group(1), each.group(2)));
        return services.keySet().stream()
                .filter(prefix -> prefix.equals("/") || (path + "/").startsWith(prefix + "/"))
                .max(Comparator.comparing(String::length))
                .map(services::get)
                .filter(service -> !service.equals("nowhere"));
    }

    private static Optional<String> ofOrigin(String path) throws IOException {
        try (Stream<String> lines = Files.lines(ORIGIN)) {
            return lines.map(LINE::matcher)
                    .filter(line -> line.matches()
                            && Pattern.compile(line.group(1)).matcher(path).find())
                    .findFirst()
                    .map(line -> line.group(2))
                    .or(() -> Optional.of("survey"))
                    .filter(upstream -> !upstream.equals("\"\""))
                    .map(upstream -> upstream + "-service");
        }
    }
}
