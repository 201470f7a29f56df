package com.iterate.sandbox.proxy;

/** Who answers. */
public enum Target {
    SETTINGS("settings-service"),
    SURVEY("survey-service"),
    RELAY("relay-service");

    private final String service;

    Target(String service) {
        this.service = service;
    }

    public String service() {
        return service;
    }
}
