package com.iterate.survey.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.contracts.Respondent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseTokensTest {

    private static final byte[] OLD = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private final ResponseTokens tokens = new ResponseTokens(new ResponseKeys(List.of(OLD)));

    @Property(tries = 200)
    void what_was_sealed_is_opened(@ForAll("passes") Pass pass) {
        // when
        Optional<Pass> opened = tokens.open(pass.surveyId(), tokens.seal(pass));
        // then
        assertThat(opened).contains(pass);
    }

    @Property(tries = 500)
    void a_token_with_any_bit_changed_is_nobodys(@ForAll @IntRange(max = 100_000) int at) {
        // given
        byte[] token = Base64.getUrlDecoder().decode(tokens.seal(ana()));
        int bit = at % (token.length * 8);
        token[bit / 8] ^= (byte) (1 << (bit % 8));
        // when
        Optional<Pass> opened =
                tokens.open("s1", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        // then
        assertThat(opened).isEmpty();
    }

    @Property(tries = 500)
    void any_other_text_is_nobodys(@ForAll String text) {
        assertThat(tokens.open("s1", text)).isEmpty();
    }

    @Test
    void a_response_cannot_be_moved_to_another_survey() {
        assertThat(tokens.open("s2", tokens.seal(ana()))).isEmpty();
    }

    @Test
    void the_persons_id_cannot_be_read_from_the_address() {
        // when
        String token = tokens.seal(ana());
        // then
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1))
                .doesNotContain("ana");
    }

    @Test
    void after_a_change_of_keys_old_tokens_still_open_and_new_ones_need_the_new_key() {
        // given
        String old = tokens.seal(ana());
        ResponseTokens changed = new ResponseTokens(new ResponseKeys(List.of(NEW, OLD)));
        // when
        String fresh = changed.seal(ana());
        // then
        assertThat(changed.open("s1", old)).isPresent();
        assertThat(changed.open("s1", fresh)).isPresent();
        assertThat(tokens.open("s1", fresh)).isEmpty();
    }

    @Test
    void a_key_file_holds_a_key_a_line(@TempDir Path folder) throws IOException {
        // given
        Path file = Files.writeString(
                folder.resolve("keys"),
                "# newest first\n" + Base64.getEncoder().encodeToString(NEW) + "\n\n"
                        + Base64.getEncoder().encodeToString(OLD) + "\n");
        // when
        ResponseKeys keys = ResponseKeys.read(file);
        // then
        assertThat(keys.keys()).containsExactly(NEW, OLD);
        assertThat(keys.toString()).isEqualTo("ResponseKeys[2]");
    }

    @Test
    void a_bad_key_file_says_what_to_do_and_shows_no_key(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> ResponseKeys.read(folder.resolve("absent"))).hasMessageContaining("openssl rand");
        assertThatThrownBy(() -> ResponseKeys.read(Files.writeString(folder.resolve("empty"), "\n")))
                .hasMessageContaining("there is no key");
        assertThatThrownBy(() -> ResponseKeys.read(Files.writeString(folder.resolve("short"), "c2hvcnQ=")))
                .hasMessageContaining("shorter than 32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> ResponseKeys.read(Files.writeString(folder.resolve("text"), "s3cr3t!")))
                .hasMessageContaining("not base64")
                .hasMessageNotContaining("s3cr3t");
    }

    @Provide
    Arbitrary<Pass> passes() {
        Arbitrary<String> ids =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(900);
        Arbitrary<Respondent> people = Arbitraries.oneOf(
                ids.map(Respondent.Braze::new),
                ids.map(Respondent.External::new),
                Arbitraries.just(new Respondent.Anonymous()));
        return Combinators.combine(
                        ids, ids, people, Arbitraries.integers().set().ofMaxSize(100))
                .as(Pass::new);
    }

    private static Pass ana() {
        return Pass.begin("s1", new Respondent.Braze("ana-ana-ana"));
    }
}
