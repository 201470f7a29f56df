package com.iterate.survey.braze;

import java.net.URI;
import java.util.Optional;

/** The link to paste into a Braze message. Braze puts the person's id into it when it sends. */
public final class BrazeLink {

    private BrazeLink() {}

    /** @param secret present: the link carries a signature that Braze computes from it */
    public static String of(URI publicUrl, String surveyId, Optional<String> secret) {
        String link = publicUrl.toString().replaceAll("/+$", "") + "/s/" + surveyId + "?user_braze_id={{${braze_id}}}";
        return secret.map(key -> "{% capture m %}" + LinkSignature.message(surveyId, "{{${braze_id}}}")
                        + "{% endcapture %}{% capture s %}{{m | hmac_sha256_hex: \"" + key + "\"}}{% endcapture %}"
                        + link
                        + "&sig={{s}}")
                .orElse(link);
    }
}
