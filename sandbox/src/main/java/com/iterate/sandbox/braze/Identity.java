package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How an object names its person: exactly one primary identifier, else an e-mail, else a phone. */
record Identity(Kind kind, String value) {

    enum Kind {
        BRAZE_ID("braze_id"),
        EXTERNAL_ID("external_id"),
        USER_ALIAS("user_alias"),
        EMAIL("email"),
        PHONE("phone");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** Braze: {@code external_id} "must be fewer than 988 bytes". */
    private static final int LONGEST_BYTES = 987;

    static Identity brazeId(String value) {
        return new Identity(Kind.BRAZE_ID, value);
    }

    /** @throws BadObject with the text that Braze gives */
    static Identity of(JsonObject object) throws BadObject {
        List<Identity> primary = new ArrayList<>();
        for (Kind kind : List.of(Kind.BRAZE_ID, Kind.EXTERNAL_ID)) {
            if (object.getValue(kind.field) instanceof String value && !value.isBlank()) {
                primary.add(new Identity(kind, value));
            }
        }
        if (object.getValue(Kind.USER_ALIAS.field) instanceof JsonObject alias) {
            primary.add(new Identity(
                    Kind.USER_ALIAS, alias.getString("alias_label") + ":" + alias.getString("alias_name")));
        }
        if (primary.size() > 1) {
            throw new BadObject("only one of 'external_id', 'braze_id' and 'user_alias' may be given");
        }
        if (primary.size() == 1) {
            return checked(primary.get(0));
        }
        for (Kind kind : List.of(Kind.EMAIL, Kind.PHONE)) {
            if (object.getValue(kind.field) instanceof String value && !value.isBlank()) {
                return new Identity(kind, value);
            }
        }
        throw new BadObject("'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required");
    }

    private static Identity checked(Identity identity) throws BadObject {
        if (identity.value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new BadObject("'" + identity.kind.field + "' must be fewer than 988 bytes");
        }
        return identity;
    }
}
