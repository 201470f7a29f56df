package com.iterate.startup;

/**
 * An environment variable of a service.
 *
 * @param meaning what it is and an example, for the sentence that asks for it; says nothing of its value
 */
public record Variable(String name, String meaning, Need need) {

    enum Need {
        REQUIRED,
        REQUIRED_FILE,
        OPTIONAL,
        NEVER_EMPTY
    }

    public static Variable required(String name, String meaning) {
        return new Variable(name, meaning, Need.REQUIRED);
    }

    /** The name of a file that can be read. */
    public static Variable requiredFile(String name, String meaning) {
        return new Variable(name, meaning, Need.REQUIRED_FILE);
    }

    /** Known, so that a slip in its name is noticed. */
    public static Variable optional(String name) {
        return new Variable(name, "", Need.OPTIONAL);
    }

    /** May be left out; given without a value it would be neither there nor away. */
    public static Variable neverEmpty(String name, String meaning) {
        return new Variable(name, meaning, Need.NEVER_EMPTY);
    }

    boolean isRequired() {
        return need == Need.REQUIRED || need == Need.REQUIRED_FILE;
    }

    String nameAndMeaning() {
        return name + " (" + meaning + ")";
    }
}
