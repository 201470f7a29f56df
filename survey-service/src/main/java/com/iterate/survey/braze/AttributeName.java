package com.iterate.survey.braze;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The rules for the name of a custom attribute. */
final class AttributeName {

    /** Braze SDK: longer names are cut, so that two long prompts could become one attribute. */
    private static final int CHARACTERS = 255;

    /** Braze developer guide, in UTF-8. */
    private static final int BYTES = 479;

    /** A custom attribute of such a name sets a field of the profile; some decide who may be sent mail. */
    private static final Set<String> PROFILE_FIELDS = Set.of(
            // who it is
            "external_id",
            "braze_id",
            "user_alias",
            "alias_name",
            "alias_label",
            "email",
            "phone",
            // what is known of them
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
            // what they agreed to be sent
            "email_subscribe",
            "push_subscribe",
            "subscription_groups",
            "email_open_tracking_disabled",
            "email_click_tracking_disabled",
            "marked_email_as_spam_at",
            "email_subscription_info",
            // technical
            "date_of_first_session",
            "date_of_last_session",
            "push_tokens",
            "push_token_import",
            "_update_existing_only",
            "_merge_objects");

    private AttributeName() {}

    /** Why Braze would not keep an attribute of this name, and what to do. */
    static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("The attribute name is empty; choose a name, or leave it out to use the prompt.");
        }
        if (PROFILE_FIELDS.contains(name)) {
            return Optional.of("'" + name + "' is a field of the Braze profile, which the answer would overwrite;"
                    + " choose another attribute name, such as 'survey_" + name + "'.");
        }
        if (name.startsWith("$") || name.startsWith("_")) {
            return Optional.of("The attribute name '" + name + "' starts with " + name.charAt(0)
                    + ", which Braze keeps for itself; choose a name that starts with a letter.");
        }
        if (name.codePoints().anyMatch(AttributeName::breaksTheLine)) {
            return Optional.of("The attribute name has a line break or a control character, which Braze drops;"
                    + " choose a name on one line.");
        }
        if (name.codePointCount(0, name.length()) > CHARACTERS
                || name.getBytes(StandardCharsets.UTF_8).length > BYTES) {
            return Optional.of("The attribute name '" + name.substring(0, name.offsetByCodePoints(0, 40))
                    + "…' is longer than the 255 characters (479 bytes) that Braze keeps; choose a short name.");
        }
        return Optional.empty();
    }

    private static boolean breaksTheLine(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }
}
