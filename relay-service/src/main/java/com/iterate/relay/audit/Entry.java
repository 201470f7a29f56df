package com.iterate.relay.audit;

import com.iterate.webkit.Member;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One act.
 *
 * @param company whose administrators may read of it; empty: the operators alone
 * @param details texts, numbers, and lists and maps of them; never an answer, a person's id or a key
 */
public record Entry(Who who, Action action, Optional<String> company, Map<String, Object> details) {

    public Entry {
        // In the order in which they were put, which is the order in which they are read.
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public Entry(Member who, Action action, Optional<String> company, Map<String, Object> details) {
        this(Who.of(who), action, company, details);
    }

    public static Entry bySystem(Action action, Optional<String> company, Map<String, Object> details) {
        return new Entry(Who.SYSTEM, action, company, details);
    }
}
