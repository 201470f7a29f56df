package com.iterate.sandbox.braze;

/** Cuts text as Braze does. */
final class Text {

    /** Braze's SDK documentation: "keys and values have a maximum length of 255 characters". */
    private static final int CHARACTERS = 255;

    /** Braze's newest developer guide: 479 bytes. */
    private static final int BYTES = 479;

    private Text() {}

    static String cut(String text) {
        int bytes = 0;
        int characters = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            characters++;
            if (characters > CHARACTERS || bytes > BYTES) {
                return text.substring(0, at);
            }
            at += Character.charCount(point);
        }
        return text;
    }
}
