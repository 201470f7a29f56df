package com.iterate.survey.respond;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Respondent;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.respond.LinkReader.Identity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReaderTest {

    private static final PublishedSurvey SURVEY = aPublishedSurvey().build();
    private static final PublishedSurvey SIGNED =
            aPublishedSurvey().takingSignedLinksOnly("secret").build();

    @Test
    void a_rendered_id_says_who_answers() {
        assertThat(read(SURVEY, "5fbd").respondent()).isEqualTo(new Respondent.Braze("5fbd"));
        assertThat(external(SURVEY).respondent()).isEqualTo(new Respondent.External("u-7"));
    }

    @Test
    void a_plain_link_is_anonymous_and_nothing_to_warn_of() {
        // when
        Identity identity = LinkReader.read(SURVEY, Optional.empty(), Optional.empty(), Optional.empty());
        // then
        assertThat(identity).isEqualTo(Identity.known(new Respondent.Anonymous()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{${braze_id}}}", "", "  ", "{{ braze_id }}", "a\u0000b"})
    void an_id_that_was_not_rendered_is_anonymous_and_warned_of(String id) {
        assertThat(read(SURVEY, id)).isEqualTo(Identity.faulty(LinkFault.ID_NOT_RENDERED));
    }

    @Test
    void an_id_longer_than_braze_takes_is_anonymous() {
        assertThat(read(SURVEY, "x".repeat(988)).fault()).contains(LinkFault.ID_NOT_RENDERED);
    }

    @Test
    void a_survey_of_signed_links_never_believes_an_unsigned_one() {
        assertThat(read(SIGNED, "5fbd")).isEqualTo(Identity.faulty(LinkFault.BAD_SIGNATURE));
        assertThat(external(SIGNED)).isEqualTo(Identity.faulty(LinkFault.BAD_SIGNATURE));
    }

    private static Identity read(PublishedSurvey survey, String brazeId) {
        return LinkReader.read(survey, Optional.of(brazeId), Optional.empty(), Optional.of("00ff"));
    }

    private static Identity external(PublishedSurvey survey) {
        return LinkReader.read(survey, Optional.empty(), Optional.of("u-7"), Optional.empty());
    }
}
