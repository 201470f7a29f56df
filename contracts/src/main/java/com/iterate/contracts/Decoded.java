package com.iterate.contracts;

/** What the bytes of a record turned out to be. */
public sealed interface Decoded {

    record Event(ResponseSubmitted value) implements Decoded {}

    /**
     * Not an event that anybody may act on.
     *
     * @param position where: a byte offset for what is not JSON, a JSON pointer for what breaks the contract
     * @param problem  the rule that is broken, without the offending text
     */
    record Unreadable(String position, String problem) implements Decoded {}
}
