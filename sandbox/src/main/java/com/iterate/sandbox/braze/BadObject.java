package com.iterate.sandbox.braze;

/** One object of a request is refused; the others go on. The message is what Braze would write as {@code type}. */
final class BadObject extends Exception {

    private static final long serialVersionUID = 1;

    BadObject(String type) {
        super(type, null, false, false);
    }

    String type() {
        return String.valueOf(getMessage());
    }
}
