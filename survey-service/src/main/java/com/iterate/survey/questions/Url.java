package com.iterate.survey.questions;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** A web address. Other schemes than http and https are refused: what is shown as a link must not run. */
public record Url(String id, String prompt, Optional<String> help, boolean required) implements TextQuestion {

    static final String TYPE = "url";

    public Url {
        Ids.check(id, prompt, help);
    }

    /** A cut address is a wrong address, so it has to fit a Braze string. */
    @Override
    public int maxLength() {
        return ShortText.BRAZE_STRING - "https://".length();
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public String whatToDo() {
        return "Enter a web address, like https://example.com";
    }

    @Override
    public Checked checkText(String text) {
        String address = text.contains("://") ? text : "https://" + text;
        return isOfTheWeb(address) ? TextQuestion.valid(address) : new Checked.Invalid(whatToDo());
    }

    private static boolean isOfTheWeb(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            return (scheme.equals("https") || scheme.equals("http"))
                    && host != null
                    && host.contains(".")
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
