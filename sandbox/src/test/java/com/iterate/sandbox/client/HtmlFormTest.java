package com.iterate.sandbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlFormTest {

    @Test
    void the_form_that_a_person_fills_in_is_sent_as_a_browser_sends_it() {
        // given
        Answer page = page("""
                <form action="/sign-out" method="post"><button>Sign out</button></form>
                <form method="post" action="/s/1/2"><input type="hidden" name="token" value="a&amp;b=">
                <input type="radio" name="score" value="0"><input type=radio name=score value=9 checked>
                <textarea name="more"></textarea>
                <button name="go" value="next">Next</button><button name="go" value="skip">Skip</button></form>
                """);
        // when
        HtmlForm form = HtmlForm.of(page).answering("0").with("more", "slow & late");
        // then
        assertThat(form.target()).isEqualTo(URI.create("http://localhost/s/1/2"));
        assertThat(form.encoded()).isEqualTo("token=a%26b%3D&score=0&more=slow+%26+late&go=next");
    }

    private static Answer page(String html) {
        return new Answer(
                200, URI.create("http://localhost/s/1"), HttpHeaders.of(Map.of(), (name, value) -> true), html);
    }
}
