package com.iterate.relay.audit;

import com.iterate.webkit.Member;

/**
 * Who acts.
 *
 * @param name an e-mail address, or {@code system} for what the relay does by itself
 * @param role the wire name of the role in which it is done
 */
public record Who(String name, String role) {

    public static final Who SYSTEM = new Who("system", "system");

    public static Who of(Member member) {
        return new Who(member.email(), member.role().wireName());
    }
}
