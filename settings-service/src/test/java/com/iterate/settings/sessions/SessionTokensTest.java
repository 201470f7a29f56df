package com.iterate.settings.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.settings.members.Account;
import com.iterate.webkit.Member;
import com.iterate.webkit.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Account ANA =
            new Account(new UUID(0, 1), new Member("ana@acme.test", Role.ADMIN, Optional.of("acme")), "");

    private final EllipticCurveJsonWebKey key = key();

    record Config(Path keysFile, Duration life, Duration longest, LockOut lockOut) implements SessionsConfig {}

    @Test
    void a_token_says_who_may_do_what_where() {
        Map<String, Object> claims = claims(tokensAt(NOW).first(ANA));

        assertThat(claims)
                .containsEntry("iss", "settings-service")
                .containsEntry("aud", "iterate")
                .containsEntry("upn", "ana@acme.test")
                .containsEntry("company", "acme")
                .containsEntry("auth_time", NOW.getEpochSecond())
                .containsEntry("exp", NOW.plus(Duration.ofMinutes(15)).getEpochSecond())
                .containsEntry("renew_after", NOW.plusSeconds(450).getEpochSecond());
        assertThat(claims.get("groups")).asString().isEqualTo("[admin]");
    }

    @Test
    void an_operator_has_no_company() {
        Account operator =
                new Account(new UUID(0, 2), new Member("ops@iterate.test", Role.OPERATOR, Optional.empty()), "");

        assertThat(claims(tokensAt(NOW).first(operator))).doesNotContainKey("company");
    }

    @Test
    void a_renewal_remembers_when_the_row_began() {
        SessionToken next = tokensAt(NOW.plusSeconds(600)).next(ANA, NOW).orElseThrow();

        assertThat(claims(next)).containsEntry("auth_time", NOW.getEpochSecond());
        assertThat(next.expiresAt()).isEqualTo(NOW.plusSeconds(1_500));
    }

    @Test
    void the_last_token_of_a_row_ends_with_it_and_asks_for_no_renewal() {
        SessionToken last = tokensAt(NOW.plus(Duration.ofHours(12)).minusSeconds(60))
                .next(ANA, NOW)
                .orElseThrow();

        assertThat(last.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(claims(last)).doesNotContainKey("renew_after");
    }

    @Test
    void after_twelve_hours_there_is_no_next_one() {
        assertThat(tokensAt(NOW.plus(Duration.ofHours(12))).next(ANA, NOW)).isEmpty();
    }

    @Test
    void keys_without_a_private_one_are_refused_at_the_start() throws JoseException {
        JsonWebKeySet publicOnly = new JsonWebKeySet(
                new JsonWebKeySet(key).toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY));

        assertThatThrownBy(() -> new SessionKeys(publicOnly)).hasMessageContaining("SESSION_KEYS_FILE");
    }

    private SessionTokens tokensAt(Instant now) {
        Config config = new Config(
                Path.of("unused"),
                Duration.ofMinutes(15),
                Duration.ofHours(12),
                new LockOutTest.Config(1, 1, Duration.ZERO, 1));
        return new SessionTokens(new SessionKeys(new JsonWebKeySet(key)), config, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Map<String, Object> claims(SessionToken token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token.value());
            signature.setKey(key.getECPublicKey());
            assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("ES256");
            assertThat(signature.getKeyIdHeaderValue()).isEqualTo("session-1");
            assertThat(signature.verifySignature()).isTrue();
            return JsonUtil.parseJson(new String(signature.getUnverifiedPayloadBytes(), StandardCharsets.UTF_8));
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    private static EllipticCurveJsonWebKey key() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("session-1");
            return key;
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
