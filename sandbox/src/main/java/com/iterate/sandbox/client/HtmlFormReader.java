package com.iterate.sandbox.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the forms in our own pages: well-formed, server-rendered HTML with quoted attributes. */
final class HtmlFormReader {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("(?is)<(input|button|textarea|select)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");

    private HtmlFormReader() {}

    static List<HtmlForm> read(URI page, String html) {
        List<HtmlForm> forms = new ArrayList<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            String action = attributes(form.group(1)).getOrDefault("action", "");
            URI target = action.isEmpty() ? page : page.resolve(action);
            forms.add(new HtmlForm(target, fields(form.group(2))));
        }
        return forms;
    }

    private static List<HtmlField> fields(String html) {
        List<HtmlField> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            Map<String, String> attributes = attributes(field.group(2));
            String type =
                    switch (field.group(1).toLowerCase(Locale.ROOT)) {
                        case "input" -> attributes.getOrDefault("type", "text");
                        case "button" -> attributes.getOrDefault("type", "submit");
                        default -> "text";
                    };
            fields.add(new HtmlField(
                    attributes.getOrDefault("name", ""),
                    type,
                    attributes.getOrDefault("value", ""),
                    attributes.containsKey("checked") ? HtmlField.Mark.CHOSEN : HtmlField.Mark.NOT_CHOSEN));
        }
        return fields;
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = Optional.ofNullable(attribute.group(2))
                    .or(() -> Optional.ofNullable(attribute.group(3)))
                    .or(() -> Optional.ofNullable(attribute.group(4)))
                    .orElse("");
            attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), unescaped(value));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
