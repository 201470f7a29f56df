package com.iterate.survey.erasures;

import com.iterate.contracts.InvalidEvent;
import com.iterate.contracts.Respondent;
import com.iterate.webkit.RequestBody;
import java.util.Optional;

/** Who is to be erased: one of the two ids. */
record ErasureRequest(Optional<String> company, Optional<String> brazeId, Optional<String> externalId) {

    Respondent person() {
        if (brazeId.isPresent() == externalId.isPresent()) {
            throw RequestBody.invalid("brazeId", "or externalId must be given, and not both");
        }
        try {
            return brazeId.<Respondent>map(Respondent.Braze::new)
                    .orElseGet(() -> new Respondent.External(externalId.orElse("")));
        } catch (InvalidEvent notAnId) {
            throw RequestBody.invalid(
                    brazeId.isPresent() ? "brazeId" : "externalId",
                    "must be 1 to 987 bytes without surrounding blanks");
        }
    }
}
