package com.iterate.relay.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What makes two failures the same one: reason, status, and what was said without what differs from letter to letter.
 *
 * @param value 16 hex digits
 * @param text  what was said, normalised
 */
public record Fingerprint(String value, String reason, int status, String text) {

    /** Longer texts differ by what they quote, not by what they say. */
    private static final int MOST_CHARACTERS = 500;

    private static final int BYTES = 8;

    private static final Pattern UUID = Pattern.compile("\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b");

    /** Letters and digits mixed, or hex: no word of any language. */
    private static final Pattern ID =
            Pattern.compile("\\b(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+/=-]{8,}|\\b[0-9a-fA-F]{16,}\\b");

    /** A field's name in quotes says what is wrong; anything else in quotes says for whom. */
    private static final Pattern QUOTED = Pattern.compile("(['\"`])(?![a-z_]{1,40}\\1)[^'\"`]*\\1");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** @param said Braze's words, or ours if it was never asked */
    public static Fingerprint of(String reason, int status, String said) {
        String text = normalised(said);
        return new Fingerprint(hash(reason + '\n' + status + '\n' + text), reason, status, text);
    }

    /** Also for what somebody searches by: a pasted message finds its like. */
    static String normalised(String said) {
        String text = said.length() > 2 * MOST_CHARACTERS ? said.substring(0, 2 * MOST_CHARACTERS) : said;
        text = UUID.matcher(text).replaceAll("#");
        text = QUOTED.matcher(text).replaceAll("$1…$1");
        text = ID.matcher(text).replaceAll("#");
        text = DIGITS.matcher(text).replaceAll("#");
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
