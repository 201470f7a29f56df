package com.iterate.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    @TempDir
    Path folder;

    @Test
    void a_chart_shows_the_figures_of_its_file_and_is_sound_xml() throws Exception {
        write("throughput", new JsonArray().add(contender("ours", 4321)).add(contender("camel", 12.5)));
        Charts.draw(new Results(folder));
        String svg = Files.readString(folder.resolve("throughput.svg"));
        assertThat(svg).contains("4,321 /s", "12.5 /s", "prefers-color-scheme: dark", "class=\"ours\"");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_was_not_measured_has_no_chart() {
        Charts.draw(new Results(folder));
        assertThat(folder).isEmptyDirectory();
    }

    private void write(String scenario, JsonArray contenders) throws Exception {
        JsonObject machine = new JsonObject().put("cores", 2).put("date", "2026-11-24T03:00:00Z");
        JsonObject result =
                new JsonObject().put("effort", "quick").put("machine", machine).put("contenders", contenders);
        Files.writeString(folder.resolve(scenario + ".json"), result.encode());
    }

    private static JsonObject contender(String id, double median) {
        return new JsonObject()
                .put("contender", id)
                .put("title", "R & D <" + id + ">")
                .put("runs", 1)
                .put("best", median)
                .put("median", median);
    }
}
