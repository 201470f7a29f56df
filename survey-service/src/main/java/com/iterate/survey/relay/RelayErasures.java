package com.iterate.survey.relay;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.Receipt;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Passes on that somebody is to be erased. */
@Singleton
public class RelayErasures {

    private final RelayCall relay;
    private final RelayConfig config;

    RelayErasures(RelayCall relay, RelayConfig config) {
        this.relay = relay;
        this.config = config;
    }

    /** Blocks. Empty if the relay did not say that it has done it; then it may have, and may be asked again. */
    public Optional<Receipt> erase(String company, Respondent person) {
        Map<String, String> body = person instanceof Respondent.Braze braze
                ? Map.of("company", company, "brazeId", braze.id())
                : Map.of("company", company, "externalId", ((Respondent.External) person).id());
        return relay.post("/api/erasures", body, Receipt.class, config.erasureTimeOut());
    }
}
