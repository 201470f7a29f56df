package com.iterate.relay.braze;

/** Texts as Braze keeps them. */
final class Texts {

    /** Braze SDK documentation: "keys and values have a maximum length of 255 characters". */
    private static final int MOST_CHARACTERS = 255;

    /** Braze developer guide: 479 bytes of UTF-8 for names and string values. */
    private static final int MOST_BYTES = 479;

    private Texts() {}

    static boolean fits(String text) {
        return lengthKept(text, MOST_CHARACTERS, MOST_BYTES) == text.length();
    }

    /** Cut where Braze would cut, but never inside a character. */
    static String cut(String text) {
        return text.substring(0, lengthKept(text, MOST_CHARACTERS, MOST_BYTES));
    }

    static String cutToBytes(String text, int bytes) {
        return text.substring(0, lengthKept(text, Integer.MAX_VALUE, bytes));
    }

    /** Half a surrogate pair has no UTF-8 form: a generator would fail over it, and a whole request with it. */
    static String wellFormed(String text) {
        if (isWellFormed(text)) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints().map(c -> isHalfAPair(c) ? 0xFFFD : c).forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (isHalfAPair(text.codePointAt(at))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** Bytes of UTF-8 between the quotes of a JSON string; never too few. */
    static int jsonLength(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                bytes += "\\u0000".length();
            } else if (c == '"' || c == '\\') {
                bytes += 2;
            } else {
                bytes += utf8Length(c);
            }
        }
        return bytes;
    }

    private static int lengthKept(String text, int characters, int bytes) {
        // No character of Java's takes more than three bytes, so most texts need not be measured.
        if (text.length() <= characters && 3L * text.length() <= bytes) {
            return text.length();
        }
        int kept = 0;
        int leftBytes = bytes;
        for (int left = characters; kept < text.length() && left > 0; left--) {
            int character = text.codePointAt(kept);
            leftBytes -= utf8Length(character);
            if (leftBytes < 0) {
                break;
            }
            kept += Character.charCount(character);
        }
        return kept;
    }

    private static int utf8Length(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    private static boolean isHalfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
