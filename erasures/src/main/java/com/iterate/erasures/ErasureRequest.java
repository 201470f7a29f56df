package com.iterate.erasures;

import com.iterate.contracts.InvalidEvent;
import com.iterate.contracts.Respondent;
import java.util.Optional;

/** Who is to be erased: one of the two ids. The body of {@code POST /api/erasures} in both services. */
public record ErasureRequest(Optional<String> company, Optional<String> brazeId, Optional<String> externalId) {

    /** @throws InvalidEvent if it names nobody, or two */
    public Respondent person() {
        if (brazeId.isPresent() == externalId.isPresent()) {
            throw new InvalidEvent("give one of brazeId and externalId");
        }
        return brazeId.<Respondent>map(Respondent.Braze::new)
                .orElseGet(() -> new Respondent.External(externalId.orElse("")));
    }
}
