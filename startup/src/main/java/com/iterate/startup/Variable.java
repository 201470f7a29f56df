package com.iterate.startup;

import java.util.List;

/**
 * An environment variable of a service.
 *
 * @param meaning what it is and an example, for the sentence that asks for it; says nothing of its value
 */
public record Variable(String name, String meaning, Need need) {

    enum Need {
        REQUIRED,
        REQUIRED_FILE,
        REQUIRED_OR_FILE,
        OPTIONAL,
        OPTIONAL_FILE,
        NEVER_EMPTY
    }

    public static Variable required(String name, String meaning) {
        return new Variable(name, meaning, Need.REQUIRED);
    }

    /** The name of a file that can be read. */
    public static Variable requiredFile(String name, String meaning) {
        return new Variable(name, meaning, Need.REQUIRED_FILE);
    }

    /** A secret, in the variable itself or in a file that the variable of this name and {@code _FILE} names. */
    public static Variable requiredOrFile(String name, String meaning) {
        return new Variable(name, meaning, Need.REQUIRED_OR_FILE);
    }

    /** May be left out; given, it names a file that can be read. */
    public static Variable optionalFile(String name, String meaning) {
        return new Variable(name, meaning, Need.OPTIONAL_FILE);
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
        return need == Need.REQUIRED || need == Need.REQUIRED_FILE || need == Need.REQUIRED_OR_FILE;
    }

    boolean namesAFile() {
        return need == Need.REQUIRED_FILE || need == Need.REQUIRED_OR_FILE || need == Need.OPTIONAL_FILE;
    }

    /** The variables in which it may stand, of which one is enough. */
    List<String> names() {
        return need == Need.REQUIRED_OR_FILE ? List.of(name, fileName()) : List.of(name);
    }

    /** The variable that names the file. */
    String fileName() {
        return need == Need.REQUIRED_OR_FILE ? name + "_FILE" : name;
    }

    String fileMeaning() {
        return need == Need.REQUIRED_OR_FILE ? "a file that holds " + meaning : meaning;
    }

    String nameAndMeaning() {
        return need == Need.REQUIRED_OR_FILE
                ? name + " (" + meaning + "; or " + fileName() + ", a file that holds it)"
                : name + " (" + meaning + ")";
    }
}
