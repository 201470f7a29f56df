package com.iterate.sandbox.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A form on a page, being filled in. */
public final class HtmlForm {

    private static final Set<String> CHOSEN = Set.of("radio", "checkbox");
    private static final Set<String> NOT_TYPED = Set.of("hidden", "submit", "button", "reset", "image", "file");

    private final URI target;
    private final List<HtmlField> fields;

    HtmlForm(URI target, List<HtmlField> fields) {
        this.target = target;
        this.fields = List.copyOf(fields);
    }

    /** The form of the page that a person fills in; the last one, since headers may hold one to sign out. */
    public static HtmlForm of(Answer page) {
        List<HtmlForm> forms = HtmlFormReader.read(page.uri(), page.body());
        return forms.stream()
                .filter(form -> form.fields.stream().anyMatch(field -> !NOT_TYPED.contains(field.type())))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException(
                        "no form to fill in at " + page.uri() + " (HTTP " + page.status() + ")\n" + page.body()));
    }

    public URI target() {
        return target;
    }

    /** Sets a field by its name. */
    public HtmlForm with(String name, String value) {
        return changed(field -> field.name().equals(name), value);
    }

    /** Answers the one question of the page: chooses the option with this value, or types it. */
    public HtmlForm answering(String value) {
        return changed(field -> !NOT_TYPED.contains(field.type()), value);
    }

    private HtmlForm changed(Predicate<HtmlField> which, String value) {
        List<HtmlField> filled = new ArrayList<>();
        boolean found = false;
        for (HtmlField field : fields) {
            if (!which.test(field)) {
                filled.add(field);
            } else if (CHOSEN.contains(field.type())) {
                boolean wanted = field.value().equals(value);
                found |= wanted;
                filled.add(wanted ? field.chosen() : field.notChosen());
            } else {
                filled.add(found ? field : field.holding(value));
                found = true;
            }
        }
        if (!found) {
            throw new IllegalStateException("no field takes '" + value + "' in the form to " + target + ": " + fields);
        }
        return new HtmlForm(target, filled);
    }

    String encoded() {
        return sent().stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
    }

    /** What is chosen or typed, and the first button, as if it had been pressed. */
    private List<HtmlField> sent() {
        List<HtmlField> sent = new ArrayList<>(fields.stream()
                .filter(field -> !field.name().isEmpty())
                .filter(field -> !field.type().equals("submit"))
                .filter(field -> !CHOSEN.contains(field.type()) || field.isChosen())
                .toList());
        Optional<HtmlField> button =
                fields.stream().filter(field -> field.type().equals("submit")).findFirst();
        button.filter(pressed -> !pressed.name().isEmpty()).ifPresent(sent::add);
        return sent;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
