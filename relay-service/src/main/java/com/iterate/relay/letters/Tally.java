package com.iterate.relay.letters;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Letters by cause and state. */
final class Tally {

    /** Of one company. */
    record Cause(String company, String fingerprint, String reason, int status, String text) {}

    private final Map<Cause, Map<State, Long>> causes = new HashMap<>();
    private final Map<State, Long> states = new EnumMap<>(State.class);

    void add(Cause cause, State state, long letters) {
        causes.computeIfAbsent(cause, first -> new EnumMap<>(State.class)).merge(state, letters, Long::sum);
        states.merge(state, letters, Long::sum);
    }

    Map<State, Long> states() {
        return states;
    }

    Map<State, Long> states(Cause cause) {
        return causes.getOrDefault(cause, Map.of());
    }

    long letters() {
        return sum(states);
    }

    long letters(Cause cause) {
        return sum(states(cause));
    }

    int causes() {
        return causes.size();
    }

    /** The largest first; of equal ones always the same. */
    List<Cause> largest(int most) {
        return causes.keySet().stream()
                .sorted((one, other) -> {
                    int byLetters = Long.compare(letters(other), letters(one));
                    int byCompany = byLetters != 0 ? byLetters : one.company().compareTo(other.company());
                    return byCompany != 0 ? byCompany : one.fingerprint().compareTo(other.fingerprint());
                })
                .limit(most)
                .toList();
    }

    private static long sum(Map<State, Long> letters) {
        return letters.values().stream().mapToLong(Long::longValue).sum();
    }
}
