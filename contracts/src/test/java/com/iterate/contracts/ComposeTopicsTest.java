package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The job that makes the topics on one machine ({@code docker-compose.yml}) has their numbers once more, in a script. */
class ComposeTopicsTest {

    private static final Path SCRIPT = Path.of("../compose/kafka/topics");

    @Test
    void the_job_of_compose_makes_exactly_these_topics() throws IOException {
        // when
        List<Topic> made;
        try (Stream<String> lines = Files.lines(SCRIPT)) {
            made = lines.filter(line -> line.startsWith("create ") && line.endsWith(" &"))
                    .map(ComposeTopicsTest::topic)
                    .toList();
        }
        // then
        assertThat(made).containsExactlyInAnyOrder(Topic.RESPONSES, Topic.DEAD_LETTERS, Topic.SETTINGS);
    }

    /** {@code create NAME PARTITIONS SETTING=VALUE… &} */
    private static Topic topic(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        Map<String, String> config = new HashMap<>();
        for (String setting : words.subList(3, words.size() - 1)) {
            String[] pair = setting.split("=", 2);
            config.put(pair[0], pair[1]);
        }
        return new Topic(words.get(1), Integer.parseInt(words.get(2)), config);
    }
}
