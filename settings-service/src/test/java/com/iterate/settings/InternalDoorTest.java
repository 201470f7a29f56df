package com.iterate.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.iterate.backing.FreePort;
import com.iterate.backing.SelfSigned;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a certificate is given. Without one {@link RelayAccessTest} tells how it is. */
@SettingsTest
@TestProfile(InternalDoorTest.WithACertificate.class)
class InternalDoorTest {

    private static final String DOOR = "/internal/companies/locked/braze";

    public static final class WithACertificate implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                SelfSigned certificate = SelfSigned.in(Files.createTempDirectory("internal"));
                return Map.of(
                        "INTERNAL_CERTIFICATE_FILE", certificate.certificate().toString(),
                        "INTERNAL_KEY_FILE", certificate.key().toString(),
                        "quarkus.http.test-ssl-port", Integer.toString(FreePort.find()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "quarkus.http.test-ssl-port")
    int port;

    @ConfigProperty(name = "INTERNAL_CERTIFICATE_FILE")
    Path certificate;

    @BeforeEach
    void aCompany() {
        if (given().header("Authorization", "Bearer " + Cast.operator())
                        .get("/api/companies/locked")
                        .statusCode()
                == 404) {
            Cast.company("locked");
        }
    }

    @Test
    void the_relay_is_answered_over_tls() throws Exception {
        overTls("Bearer " + Cast.relay("locked"))
                .get(DOOR)
                .then()
                .statusCode(200)
                .body("companyId", equalTo("locked"));
    }

    @Test
    void tls_is_no_token() throws Exception {
        overTls("Bearer " + Cast.operator()).get(DOOR).then().statusCode(401);
    }

    @Test
    void on_the_open_port_there_is_no_such_address_however_it_is_spelt() {
        for (String spelt : new String[] {
            DOOR,
            "/" + DOOR,
            "/x/.." + DOOR,
            "/internal;a=b/companies/locked/braze",
            "/%69nternal/companies/locked/braze"
        }) {
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + Cast.relay("locked"))
                    .header("X-Forwarded-Proto", "https")
                    .get(spelt)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("not-found"));
        }
    }

    @Test
    void nothing_else_is_answered_over_tls() throws Exception {
        for (String other : new String[] {
            "/", "/sign-in", "/settings", "/.well-known/jwks.json", "/api/companies/locked", "/q/openapi", "/internals"
        }) {
            assertThat(overTls("Bearer " + Cast.operator()).get(other).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void everything_else_is_answered_on_the_open_port_as_ever() {
        given().get("/.well-known/jwks.json").then().statusCode(200);
    }

    /** Believes this certificate alone. */
    private RequestSpecification overTls(String authorization) throws IOException, GeneralSecurityException {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            believed.setCertificateEntry(
                    "internal", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        return given().trustStore(believed)
                .baseUri("https://localhost:" + port)
                .port(port)
                .header("Authorization", authorization);
    }
}
