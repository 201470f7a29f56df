package com.iterate.survey.braze;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkSignatureTest {

    private static final String SURVEY = "nps-2026";
    private static final String ANA = "5fbd99bac125ca40511f2cb1";

    /** Computed as Braze's Liquid does. */
    private static final String SIGNED = "2d961e110f663b19e4388b47ab25b3c1b6d80dcef540823a65ae69bf046cfbd6";

    private final LinkSignature signature = new LinkSignature(List.of("SECRET"));

    @Test
    void what_braze_signed_is_vouched_for() {
        assertThat(signature.vouchesFor(SURVEY, ANA, SIGNED)).isTrue();
    }

    @Test
    void a_signature_belongs_to_one_person_and_one_survey() {
        assertThat(signature.vouchesFor(SURVEY, ANA + "2", SIGNED)).isFalse();
        assertThat(signature.vouchesFor("nps-2027", ANA, SIGNED)).isFalse();
        assertThat(signature.vouchesFor(SURVEY, ANA, "")).isFalse();
        assertThat(signature.vouchesFor(SURVEY, ANA, SIGNED.substring(1))).isFalse();
        assertThat(signature.vouchesFor(SURVEY, ANA, "ü" + SIGNED)).isFalse();
    }

    @Test
    void the_secret_before_is_still_good() {
        assertThat(new LinkSignature(List.of("NEW", "SECRET")).vouchesFor(SURVEY, ANA, SIGNED))
                .isTrue();
        assertThat(new LinkSignature(List.of("NEW", "OTHER")).vouchesFor(SURVEY, ANA, SIGNED))
                .isFalse();
    }

    @Test
    void a_blank_id_is_refused_although_its_signature_is_right() {
        // HMAC-SHA256 of "v1|nps-2026|" under SECRET: what Braze makes of a person without an id.
        String ofNobody = "c6def159b1c0ea19fcdddbf391e8eaa59931e6f1fb72970ecbf78a03099a1362";

        assertThat(signature.vouchesFor(SURVEY, "", ofNobody)).isFalse();
        assertThat(signature.vouchesFor(SURVEY, " ", ofNobody)).isFalse();
    }

    @Test
    void the_secret_is_not_in_its_text() {
        assertThat(signature.toString()).doesNotContain("SECRET");
    }

    @Test
    void the_plain_link_ends_as_braze_documents_it() {
        assertThat(BrazeLink.of(URI.create("https://surveys.example.com/"), "abc", Optional.empty()))
                .isEqualTo("https://surveys.example.com/s/abc?user_braze_id={{${braze_id}}}");
    }

    @Test
    void the_signed_link_computes_what_is_checked() {
        assertThat(BrazeLink.of(URI.create("https://survey.example.com"), SURVEY, Optional.of("SECRET")))
                .isEqualTo("{% capture m %}v1|nps-2026|{{${braze_id}}}{% endcapture %}"
                        + "{% capture s %}{{m | hmac_sha256_hex: \"SECRET\"}}{% endcapture %}"
                        + "https://survey.example.com/s/nps-2026?user_braze_id={{${braze_id}}}&sig={{s}}");
    }
}
