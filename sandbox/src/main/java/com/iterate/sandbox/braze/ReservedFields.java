package com.iterate.sandbox.braze;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Profile fields whose values Braze checks. All others of the kind are kept as they come. */
final class ReservedFields {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Set<String> SUBSCRIPTION = Set.of("opted_in", "subscribed", "unsubscribed");
    private static final Map<String, String> SUBSCRIPTION_ERRORS =
            Map.of("email_subscribe", "BAD_EMAIL_SUBSCRIPTION_STATE", "push_subscribe", "BAD_PUSH_SUBSCRIPTION_STATE");

    private ReservedFields() {}

    static void check(String name, Object value) throws BadObject {
        if (name.equals("email")
                && value != null
                && !(value instanceof String email && EMAIL.matcher(email).matches())) {
            throw new BadObject("The value provided for the 'email' field is not a valid email.");
        }
        String error = SUBSCRIPTION_ERRORS.get(name);
        if (error != null && !(value instanceof String state && SUBSCRIPTION.contains(state))) {
            throw new BadObject(error);
        }
        if (name.equals("email_subscription_info")) {
            throw new BadObject("INVALID_ATTRIBUTE_EMAIL_SUBSCRIPTION_INFO");
        }
    }
}
