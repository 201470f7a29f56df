package com.iterate.settings;

import static io.restassured.RestAssured.given;

import com.iterate.webkit.SessionClaims;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** Who acts in the tests at the edge. */
final class Cast {

    /** Made by this run of the tests. */
    private static final Set<String> COMPANIES = new HashSet<>();

    private Cast() {}

    static String operator() {
        return token(Secrets.OPERATOR);
    }

    static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** A company with an admin and a viewer, whose e-mails are {@code admin@<id>.test} and {@code viewer@<id>.test}. */
    static void company(String id) {
        if (!COMPANIES.add(id)) {
            return;
        }
        String operator = operator();
        as(operator)
                .body(Map.of("id", id, "name", "The company " + id))
                .post("/api/companies")
                .then()
                .statusCode(201);
        for (String role : new String[] {"admin", "viewer"}) {
            as(operator)
                    .body(Map.of("email", role + "@" + id + ".test", "password", Secrets.PASSWORD, "role", role))
                    .post("/api/companies/" + id + "/members")
                    .then()
                    .statusCode(201);
        }
    }

    static String admin(String company) {
        return token("admin@" + company + ".test");
    }

    static String viewer(String company) {
        return token("viewer@" + company + ".test");
    }

    static String token(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", Secrets.PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    static JwtClaimsBuilder relayClaims(String company) {
        return Jwt.claims()
                .issuer("relay-service")
                .audience("settings-service")
                .subject("relay")
                .claim("company", company)
                .expiresIn(Duration.ofSeconds(60));
    }

    static String relay(String company) {
        return signedByTheRelay(relayClaims(company));
    }

    /** A session of the operator that should be renewed by now. */
    static String ageing() {
        return signed(
                Secrets.SESSION_KEY,
                Jwt.claims()
                        .issuer("settings-service")
                        .audience("iterate")
                        .subject("00000000-0000-0000-0000-000000000000")
                        .upn(Secrets.OPERATOR)
                        .groups("operator")
                        .claim(
                                SessionClaims.RENEW_AFTER,
                                Instant.now().minusSeconds(1).getEpochSecond())
                        .expiresIn(Duration.ofMinutes(5)));
    }

    static String signedByTheRelay(JwtClaimsBuilder claims) {
        return signed(Secrets.RELAY_KEY, claims);
    }

    private static String signed(String keyProperty, JwtClaimsBuilder claims) {
        try {
            EllipticCurveJsonWebKey key =
                    (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty(keyProperty));
            return claims.jws()
                    .algorithm(SignatureAlgorithm.ES256)
                    .keyId(key.getKeyId())
                    .sign(key.getEcPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String braze() {
        return System.getProperty(Secrets.BRAZE);
    }

    static String otherBraze() {
        return System.getProperty(Secrets.OTHER_BRAZE);
    }
}
