package com.iterate.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.contracts.Respondent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureKeysTest {

    private static final String ONE = Base64.getEncoder().encodeToString("one key of thirty-two bytes.....".getBytes());
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key of thirty-two bytes.".getBytes());

    @TempDir
    Path folder;

    @Test
    void a_person_has_one_hash_in_a_company_and_another_in_the_next() throws IOException {
        // given
        ErasureKeys keys = keys(ONE);
        // when
        List<PersonHash> ana = keys.hashes("acme", new Respondent.Braze("ana"));
        // then
        assertThat(ana).hasSize(1).isEqualTo(keys(ONE).hashes("acme", new Respondent.Braze("ana")));
        assertThat(keys.hashes("globex", new Respondent.Braze("ana"))).doesNotContainAnyElementsOf(ana);
        assertThat(keys.hashes("acme", new Respondent.External("ana"))).doesNotContainAnyElementsOf(ana);
        assertThat(PersonHash.of(ana.get(0).bytes())).isEqualTo(ana.get(0));
    }

    @Test
    void nobody_anonymous_can_be_looked_up() throws IOException {
        assertThat(keys(ONE).hashes("acme", new Respondent.Anonymous())).isEmpty();
    }

    @Test
    void a_new_key_before_the_old_one_finds_what_the_old_one_wrote() throws IOException {
        // given
        PersonHash written =
                keys(ONE).hashes("acme", new Respondent.Braze("ana")).get(0);
        ErasedPeople people = new ErasedPeople(keys("# the new one", OTHER, "", ONE));
        // when
        people.replace(Map.of("acme", Set.of(written)));
        // then
        assertThat(people.contains("acme", new Respondent.Braze("ana"))).isTrue();
        assertThat(people.contains("acme", new Respondent.Braze("ben"))).isFalse();
        assertThat(people.contains("globex", new Respondent.Braze("ana"))).isFalse();
    }

    @Test
    void a_file_that_holds_no_good_key_is_refused_without_a_word_of_its_content() {
        assertThatThrownBy(() -> keys("")).hasMessageContaining("there is no key");
        assertThatThrownBy(() -> keys("c2hvcnQ=")).hasMessageContaining("shorter than 32 bytes");
        assertThatThrownBy(() -> keys("?secret?"))
                .hasMessageContaining("not base64")
                .hasMessageNotContaining("secret?");
        assertThatThrownBy(() -> ErasureKeys.read(folder.resolve("nowhere"))).hasMessageContaining("cannot be read");
    }

    private ErasureKeys keys(String... lines) throws IOException {
        return ErasureKeys.read(Files.write(folder.resolve("erasure-keys"), List.of(lines)));
    }
}
