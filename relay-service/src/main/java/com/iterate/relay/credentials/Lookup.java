package com.iterate.relay.credentials;

/** What settings-service says about a company's Braze connection. */
public sealed interface Lookup {

    record Connected(Connection connection) implements Lookup {}

    /** The company exists and has no connection: its answers wait. */
    record NotConnected(long version) implements Lookup {}

    /** settings-service answered that there is no such company. */
    record UnknownCompany() implements Lookup {}

    /** settings-service gave no usable answer and nothing is remembered: ask again. */
    record Unavailable(String why) implements Lookup {}
}
