package com.iterate.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Which names a custom attribute may have on a Braze profile. Names are trimmed first, as Braze trims them, and compared
 * case-sensitively: {@code First_Name} is a custom attribute, {@code first_name} is the profile's own.
 */
public final class AttributeNames {

    /** Braze SDK documentation: keys are cut at 255 characters, so two long prompts could become one attribute. */
    public static final int MOST_CHARACTERS = 255;

    /** Braze's newer developer guide: names are cut at 479 bytes. */
    public static final int MOST_BYTES = 479;

    /** Braze, "User attributes object": a key of this name writes the profile field, the identity or the subscription. */
    private static final Set<String> RESERVED = Set.of(
            "external_id",
            "braze_id",
            "user_alias",
            "alias_name",
            "alias_label",
            "email",
            "phone",
            "first_name",
            "last_name",
            "dob",
            "gender",
            "country",
            "home_city",
            "language",
            "time_zone",
            "current_location",
            "image_url",
            "facebook",
            "twitter",
            "bio",
            "email_subscribe",
            "push_subscribe",
            "subscription_groups",
            "email_subscription_info",
            "email_open_tracking_disabled",
            "email_click_tracking_disabled",
            "marked_email_as_spam_at",
            "date_of_first_session",
            "date_of_last_session",
            "push_tokens",
            "push_token_import");

    /** A power of two: names repeat from answer to answer, and a hundred companies with ten each find a place. */
    private static final int PLACES = 1024;

    /** Good ones, in each place the one that came last; read and written by several threads as {@link Words} are. */
    private static final String[] GOOD = new String[PLACES];

    private AttributeNames() {}

    private static boolean isTooLong(String name) {
        // No character of Java's takes more than three bytes, so most names need not be encoded to be measured.
        return name.length() > MOST_CHARACTERS
                || (name.length() * 3 > MOST_BYTES && name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES);
    }

    /** What is wrong with the name, in words for the person who chose it; empty if Braze takes it as it is. */
    public static Optional<String> problem(String name) {
        int place = name.hashCode() & PLACES - 1;
        if (name.equals(GOOD[place])) {
            return Optional.empty();
        }
        Optional<String> problem = found(name);
        if (problem.isEmpty()) {
            GOOD[place] = name;
        }
        return problem;
    }

    private static Optional<String> found(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            return Optional.of("is empty");
        }
        if (RESERVED.contains(trimmed)) {
            return Optional.of("would overwrite the profile field " + trimmed);
        }
        if (trimmed.startsWith("$") || trimmed.startsWith("_")) {
            return Optional.of("starts with " + trimmed.charAt(0) + ", which Braze keeps for itself");
        }
        if (Limits.hasControlCharacter(trimmed)) {
            return Optional.of("holds a line break or another control character, which Braze removes");
        }
        if (isTooLong(trimmed)) {
            return Optional.of("is longer than 255 characters or 479 bytes, where Braze cuts names off");
        }
        return Optional.empty();
    }
}
