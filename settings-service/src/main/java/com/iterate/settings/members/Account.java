package com.iterate.settings.members;

import com.iterate.webkit.Member;
import java.util.UUID;

/** A member with what proves that it is them. */
public record Account(UUID id, Member member, String passwordHash) {

    /** The hash stays out of logs. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
