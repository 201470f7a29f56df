package com.iterate.survey.braze;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that Braze issued a link for this person: HMAC-SHA256 over named fields, which Braze computes in Liquid
 * ({@code hmac_sha256_hex}). The query string as a whole cannot be signed, since Braze adds parameters of its own.
 */
public final class LinkSignature {

    private final List<String> secrets;

    /** @param secrets the current one first; an older one stays valid while its links are still in inboxes */
    public LinkSignature(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** Whether this signature belongs to this person and survey. A blank id has a valid signature too, and proves nothing. */
    public boolean vouchesFor(String surveyId, String brazeId, String signature) {
        if (brazeId.isBlank()) {
            return false;
        }
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean vouched = false;
        for (String secret : secrets) {
            byte[] expected = of(secret, surveyId, brazeId).getBytes(StandardCharsets.UTF_8);
            // No early end: the time must not tell which secret or which byte was right.
            vouched |= MessageDigest.isEqual(expected, given);
        }
        return vouched;
    }

    static String message(String surveyId, String brazeId) {
        return "v1|" + surveyId + "|" + brazeId;
    }

    private static String of(String secret, String surveyId, String brazeId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] message = message(surveyId, brazeId).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", impossible);
        }
    }

    @Override
    public String toString() {
        return "LinkSignature[" + secrets.size() + " secrets]";
    }
}
