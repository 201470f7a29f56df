package com.iterate.relay.delivery;

import com.iterate.relay.letters.Look;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes of the original: as text where they are text, else as hexadecimal digits. */
record RawView(String key, String value) {

    static RawView of(Look.Raw raw) {
        return new RawView(shown(raw.key()), shown(raw.value()));
    }

    private static String shown(Optional<String> base64) {
        return base64.map(Base64.getDecoder()::decode).map(RawView::shown).orElse("(none)");
    }

    private static String shown(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            return HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
    }
}
