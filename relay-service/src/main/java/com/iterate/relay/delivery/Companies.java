package com.iterate.relay.delivery;

/** A letter whose content cannot be read, or cannot be believed, is of no company. */
final class Companies {

    private Companies() {}

    /** To be read. */
    static String name(String company) {
        return company.isEmpty() ? "No company" : company;
    }

    /** For a form's field. */
    static String value(String company) {
        return company.isEmpty() ? Asked.NO_COMPANY : company;
    }
}
