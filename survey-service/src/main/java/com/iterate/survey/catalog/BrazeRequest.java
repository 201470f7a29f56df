package com.iterate.survey.catalog;

import com.iterate.survey.braze.BrazeSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Braze settings as their author sends them; whatever is absent is off.
 *
 * @param attributes     question id to attribute name
 * @param sendAttributes absent: answers become attributes
 * @param revision       the one that the author read; absent: whatever is there is replaced
 */
record BrazeRequest(
        boolean enabled,
        Optional<Map<String, String>> attributes,
        Optional<Set<String>> excluded,
        Optional<Boolean> sendAttributes,
        boolean events,
        boolean signed,
        Optional<Long> revision) {

    BrazeSettings settings() {
        return new BrazeSettings(
                enabled,
                attributes.orElse(Map.of()),
                excluded.orElse(Set.of()),
                sendAttributes.orElse(true),
                events,
                signed);
    }
}
