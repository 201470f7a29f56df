package com.iterate.settings.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new Config(4, Optional.empty(), Optional.empty()));

    record Config(int bcryptCost, Optional<String> firstOperatorEmail, Optional<Path> firstOperatorPasswordFile)
            implements MembersConfig {}

    @Test
    void the_right_password_matches_and_a_wrong_one_does_not() {
        Optional<Account> ana = Optional.of(accountWith(passwords.hash("correct horse")));

        assertThat(passwords.matches("correct horse", ana)).isTrue();
        assertThat(passwords.matches("correct hors", ana)).isFalse();
    }

    @Test
    void nobody_has_no_password_not_even_the_one_that_is_hashed_in_their_place() {
        assertThat(passwords.matches("nobody's password", Optional.empty())).isFalse();
    }

    @Test
    void nothing_is_cut_off_in_secret() {
        Optional<Account> ana = Optional.of(accountWith(passwords.hash("a".repeat(72))));

        assertThat(passwords.matches("a".repeat(73), ana)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too short", "ééééééééééééééééééééééééééééééééééééé"})
    void a_password_that_bcrypt_or_guessing_would_shorten_is_refused(String candidate) {
        assertThatThrownBy(() -> Passwords.required(candidate)).isInstanceOf(Problem.class);
    }

    private static Account accountWith(String hash) {
        return new Account(new UUID(0, 1), new Member("ana@acme.test", Role.ADMIN, Optional.of("acme")), hash);
    }
}
