package com.iterate.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCheckTest {

    private static final StartCheck HOUSE = new StartCheck(
            "house",
            List.of(
                    Variable.required("SWITCH_URL", "where the switch is, such as http://switch"),
                    Variable.required("SWITCH_NAME", "its name"),
                    Variable.requiredFile("SWITCH_KEYS_FILE", "a file of keys"),
                    Variable.neverEmpty("SWITCH_LOG", "where it writes"),
                    Variable.optional("SWITCH_COLOURS")),
            List.of(LampConfig.class),
            Set.of("house.lamp.brightness"),
            List.of(Rule.atMost(
                    Reading.duration("house.lamp.fade"),
                    Reading.duration("house.lamp.longest-fade"),
                    "it would never end")));

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> file = new HashMap<>();

    @BeforeEach
    void everything() throws Exception {
        environment.put("SWITCH_URL", "http://switch");
        environment.put("SWITCH_NAME", "on the left");
        environment.put(
                "SWITCH_KEYS_FILE",
                Files.writeString(folder.resolve("keys"), "{}").toString());
    }

    @Test
    void nothing_is_said_when_everything_is_there() {
        assertThat(sentence()).isEmpty();
    }

    @Test
    void all_missing_variables_are_named_in_one_sentence_with_their_meaning() {
        environment.remove("SWITCH_URL");
        environment.put("SWITCH_NAME", " ");

        assertThat(sentence())
                .contains("house cannot start: set SWITCH_URL (where the switch is, such as http://switch)"
                        + " and SWITCH_NAME (its name).");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        environment.put("SWITCH_KEYS_FILE", "/gone");

        assertThat(sentence())
                .contains(
                        "house cannot start: SWITCH_KEYS_FILE names /gone, which cannot be read; it must be a file of keys.");
    }

    @Test
    void what_may_be_left_out_must_not_be_given_empty() {
        environment.put("SWITCH_LOG", "");
        environment.put("SWITCH_COLOURS", "");

        assertThat(sentence())
                .contains("house cannot start: SWITCH_LOG is empty; unset it, or let it be where it writes.");
    }

    @Test
    void a_misspelt_key_is_named_with_the_one_that_was_meant() {
        file.put("house.lamp.brightnes", "3");

        assertThat(sentence())
                .contains(
                        "house cannot start: house.lamp.brightnes is no setting (did you mean house.lamp.brightness?).");
    }

    @Test
    void a_misspelt_group_is_named_too() {
        file.put("house.lmap.fade", "3s");
        file.put("house.garden.gate", "open");

        assertThat(sentence().orElse(""))
                .contains(
                        "house.lmap.fade is no setting (did you mean house.lamp.fade?)",
                        "house.garden.gate is no setting");
    }

    @Test
    void a_misspelt_key_of_one_profile_is_found_as_well() {
        file.put("%prod.house.lamp.faed", "3s");

        assertThat(sentence().orElse("")).contains("house.lamp.faed is no setting (did you mean house.lamp.fade?)");
    }

    @Test
    void a_misspelt_variable_is_named_whether_its_group_is_right_or_not() {
        environment.put("HOUSE_LAMP_BRIGHT", "3");
        environment.put("HOUSE_LMP_FADE", "3s");
        environment.put("SWITCH_COLORS", "red");

        assertThat(sentence().orElse(""))
                .contains(
                        "the variable HOUSE_LAMP_BRIGHT is no setting",
                        "the variable HOUSE_LMP_FADE is no setting (did you mean HOUSE_LAMP_FADE?)",
                        "the variable SWITCH_COLORS is no setting (did you mean SWITCH_COLOURS?)");
    }

    @Test
    void variables_of_others_are_none_of_our_business() {
        environment.put("HOUSE_SERVICE_HOST", "10.0.0.1");
        environment.put("HOUSE_PORT_8083_TCP_ADDR", "10.0.0.1");
        environment.put("HOME", "/root");
        file.put("quarkus.http.port", "8080");

        assertThat(sentence()).isEmpty();
    }

    @Test
    void a_setting_may_come_as_a_variable() {
        environment.put("HOUSE_LAMP_FADE", "3s");
        environment.put("HOUSE_LAMP_FUSE_AMPERE", "10");

        assertThat(sentence()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_said_without_names_of_classes() {
        file.put("house.lamp.brightness", "dim");

        assertThat(sentence().orElse(""))
                .contains("house.lamp.brightness", "dim")
                .doesNotContain("Exception", "java.", "SRCFG", "\n");
    }

    @Test
    void an_amount_is_more_than_zero() {
        file.put("house.lamp.fade", "0s");
        file.put("house.lamp.fuse.ampere", "-1");

        assertThat(sentence())
                .contains("house cannot start: house.lamp.fade must be more than zero, not 0s;"
                        + " house.lamp.fuse.ampere must be more than zero, not -1.");
    }

    @Test
    void what_zero_turns_off_may_be_zero_but_not_less() {
        file.put("house.lamp.brightness", "0");
        Optional<String> zero = sentence();
        file.put("house.lamp.brightness", "-1");

        assertThat(zero).isEmpty();
        assertThat(sentence().orElse("")).contains("house.lamp.brightness must be more than zero, not -1");
    }

    @Test
    void settings_that_contradict_each_other_are_shown_with_the_reason() {
        file.put("house.lamp.fade", "1m");

        assertThat(sentence())
                .contains("house cannot start: house.lamp.fade (1m) must not exceed house.lamp.longest-fade (10s):"
                        + " it would never end.");
    }

    @Test
    void a_secret_may_stand_in_a_file_and_only_there() throws Exception {
        // given
        StartCheck safe = HOUSE.and(new Needs(List.of(Variable.requiredOrFile("SAFE_CODE", "its code")), List.of()));
        String file = Files.writeString(folder.resolve("code"), "42").toString();
        // when
        Optional<String> none = sentence(safe);
        environment.put("SAFE_CODE_FILE", file);
        Optional<String> inAFile = sentence(safe);
        environment.put("SAFE_CODE", "42");
        Optional<String> twice = sentence(safe);
        environment.put("SAFE_CODE", "");
        environment.put("SAFE_CODE_FILE", "/gone");
        Optional<String> gone = sentence(safe);
        // then
        assertThat(none)
                .contains("house cannot start: set SAFE_CODE (its code; or SAFE_CODE_FILE, a file that holds it).");
        assertThat(inAFile).isEmpty();
        assertThat(twice).contains("house cannot start: set only one of SAFE_CODE and SAFE_CODE_FILE.");
        assertThat(gone)
                .contains("house cannot start: SAFE_CODE_FILE names /gone, which cannot be read; it must be a file that"
                        + " holds its code.");
    }

    private Optional<String> sentence() {
        return sentence(HOUSE);
    }

    private Optional<String> sentence(StartCheck check) {
        return check.sentence(() -> new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withSources(
                        new EnvConfigSource(environment, 300), new PropertiesConfigSource(file, "application", 250)));
    }
}
