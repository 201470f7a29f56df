package com.iterate.contracts;

import java.nio.charset.StandardCharsets;

/** The sizes that every publisher keeps. */
public final class Limits {

    /** Bytes of one record's value, keys and headers aside: the topic's {@code max.message.bytes} is this plus room for those. */
    public static final int RECORD_BYTES = 128 * 1024;

    /** Bytes of UTF-8 of any id. Braze: {@code external_id} "must be fewer than 988 bytes". */
    public static final int ID_BYTES = 987;

    /** Half of a surrogate pair cannot be written as UTF-8: every writer after us would stumble over it. */
    static final String NOT_A_TEXT = "a text must be valid Unicode, without half of a surrogate pair";

    private static final int COMPANY_ID_CHARACTERS = 40;

    private Limits() {}

    public static boolean isCompanyId(String candidate) {
        for (int at = 0; at < candidate.length(); at++) {
            char c = candidate.charAt(at);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return !candidate.isEmpty() && candidate.length() <= COMPANY_ID_CHARACTERS;
    }

    /** An id that Kafka and Braze both take: not blank, no surrounding blanks, no control characters, at most 987 bytes. */
    public static boolean isId(String candidate) {
        return isPlainId(candidate)
                || !candidate.isBlank()
                        && candidate.equals(candidate.strip())
                        && !hasControlCharacter(candidate)
                        && isText(candidate)
                        && fits(candidate);
    }

    /** In one go for what nearly every id is: ASCII that is seen, a byte for each character. */
    private static boolean isPlainId(String candidate) {
        for (int at = 0; at < candidate.length(); at++) {
            char c = candidate.charAt(at);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return !candidate.isEmpty() && candidate.length() <= ID_BYTES;
    }

    /** Java's {@code isISOControl}; none of them is half of a pair. */
    static boolean hasControlCharacter(String candidate) {
        for (int at = 0; at < candidate.length(); at++) {
            if (Character.isISOControl(candidate.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    static boolean isText(String candidate) {
        for (int at = 0; at < candidate.length(); at++) {
            if (Character.isSurrogate(candidate.charAt(at))) {
                // A whole pair reads as one code point beyond the surrogates; half of one stays what it is.
                if (candidate.codePointAt(at) <= Character.MAX_SURROGATE) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static boolean fits(String candidate) {
        return candidate.length() * 3 <= ID_BYTES || candidate.getBytes(StandardCharsets.UTF_8).length <= ID_BYTES;
    }
}
