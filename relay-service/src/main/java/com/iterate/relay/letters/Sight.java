package com.iterate.relay.letters;

import com.iterate.webkit.Role;
import java.util.Optional;

/** Whether whoever asks gets to see who a letter is of and what was answered. */
enum Sight {
    MASKED(Role.VIEWER),
    REVEALED(Role.ADMIN);

    private final Role atLeast;

    Sight(Role atLeast) {
        this.atLeast = atLeast;
    }

    /** The least role that may see so. */
    Role atLeast() {
        return atLeast;
    }

    /** @param reveal of the address; anything but {@code true} is no */
    static Sight of(Optional<String> reveal) {
        return reveal.filter("true"::equals).isPresent() ? REVEALED : MASKED;
    }
}
