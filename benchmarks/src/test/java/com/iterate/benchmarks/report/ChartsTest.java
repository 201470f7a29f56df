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
        write("throughput", new JsonArray().add(contender("ours", 4321)).add(contender("camel", 74.2)));
        Charts.draw(new Results(folder));
        String svg = Files.readString(folder.resolve("throughput.svg"));
        assertThat(svg).contains("4,321/s", "74/s", "prefers-color-scheme: dark", "class=\"ours\"", "not for quoting");
        isSoundXml(svg);
    }

    @Test
    void calm_and_faults_of_each_pair_stand_on_one_scale_with_the_median() throws Exception {
        write(
                "isolation",
                new JsonArray()
                        .add(contender("ours", 0)
                                .put("medianRatio", 1.1)
                                .put("medianDifferenceMillis", 0.6)
                                .put("pairs", new JsonArray().add(pair(6, 6.6)).add(pair(5.5, 1_234))))
                        .add(contender("camel", 0).put("pairs", new JsonArray().add(pair(30, 61_000)))));
        Charts.draw(new Results(folder));
        String svg = Files.readString(folder.resolve("isolation.svg"));
        assertThat(svg)
                .contains(
                        "6.0 ms → 6.6 ms", "5.5 ms → 1.2 s", "30.0 ms → 61.0 s", "Ours, median of 2: 1.10 ×, +0.6 ms");
        assertThat(svg).contains(">1 ms<", ">100 s<", "class=\"ours hollow\"");
        isSoundXml(svg);
    }

    @Test
    void percentiles_have_a_row_for_each_contender() throws Exception {
        JsonObject percentiles = new JsonObject()
                .put("p50", 1.8)
                .put("p90", 5.1)
                .put("p99", 11.1)
                .put("p99.9", 18.8)
                .put("max", 230.4);
        write("latency", new JsonArray().add(contender("ours", 0).put("untilAcceptance", percentiles)));
        Charts.draw(new Results(folder));
        String svg = Files.readString(folder.resolve("latency.svg"));
        assertThat(svg).contains("p99.9, R &amp; D &lt;ours>", "18.8 ms", "230 ms", "500 answers a second");
        isSoundXml(svg);
    }

    @Test
    void what_was_not_measured_has_no_chart() {
        Charts.draw(new Results(folder));
        assertThat(folder).isEmptyDirectory();
    }

    private void write(String scenario, JsonArray contenders) throws Exception {
        JsonObject machine = new JsonObject().put("cores", 2).put("date", "2026-11-24T03:00:00Z");
        JsonObject result = new JsonObject()
                .put("effort", "quick")
                .put("machine", machine)
                .put("answersPerSecond", 500)
                .put("contenders", contenders);
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

    private static JsonObject pair(double calm, double faults) {
        return new JsonObject()
                .put("calm", new JsonObject().put("p99", calm))
                .put("faults", new JsonObject().put("p99", faults));
    }

    private static void isSoundXml(String svg) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
