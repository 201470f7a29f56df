package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Strimzi's objects ({@code k8s/base/kafka.yaml}) and the sandbox's script have the topics' numbers once more. */
class ClusterTopicsTest {

    private static final Path OBJECTS = Path.of("../k8s/base/kafka.yaml");
    private static final Path SCRIPT = Path.of("../k8s/overlays/sandbox/topics");

    private static final Pattern NAME = Pattern.compile("(?m)^ {2}name: (\\S+)$");
    private static final Pattern PARTITIONS = Pattern.compile("(?m)^ {2}partitions: (\\d+)$");
    private static final Pattern SETTING = Pattern.compile("(?m)^ {4}([a-z.]+): (\\S+)$");

    @Test
    void the_objects_of_an_installation_are_exactly_these_topics() throws IOException {
        // when
        List<Topic> made = Stream.of(Files.readString(OBJECTS).split("(?m)^---$"))
                .filter(object -> object.contains("kind: KafkaTopic"))
                .map(ClusterTopicsTest::ofObject)
                .toList();
        // then
        assertThat(made).containsExactlyInAnyOrder(Topic.RESPONSES, Topic.DEAD_LETTERS, Topic.SETTINGS);
    }

    @Test
    void the_job_of_the_sandbox_makes_exactly_these_topics() throws IOException {
        // when
        List<Topic> made;
        try (Stream<String> lines = Files.lines(SCRIPT)) {
            made = lines.filter(line -> line.startsWith("create ") && !line.endsWith("{"))
                    .map(ClusterTopicsTest::ofLine)
                    .toList();
        }
        // then
        assertThat(made).containsExactlyInAnyOrder(Topic.RESPONSES, Topic.DEAD_LETTERS, Topic.SETTINGS);
    }

    private static Topic ofObject(String object) {
        Map<String, String> config = new HashMap<>();
        SETTING.matcher(object.substring(object.indexOf("\n  config:")))
                .results()
                .forEach(setting -> config.put(setting.group(1), setting.group(2)));
        // How many copies there are is the installation's own matter.
        assertThat(config.remove("min.insync.replicas")).isEqualTo("2");
        return new Topic(first(NAME, object), Integer.parseInt(first(PARTITIONS, object)), config);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /** {@code create NAME PARTITIONS SETTING=VALUE…} */
    private static Topic ofLine(String line) {
        List<String> words = List.of(line.split(" "));
        Map<String, String> config = new HashMap<>();
        for (String setting : words.subList(3, words.size())) {
            String[] pair = setting.split("=", 2);
            config.put(pair[0], pair[1]);
        }
        return new Topic(words.get(1), Integer.parseInt(words.get(2)), config);
    }
}
