package com.iterate.startup.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds a password and nothing else. */
final class PasswordFile {

    private PasswordFile() {}

    /** Without the line's end that editors and {@code echo} add. */
    static String read(Path file) {
        try {
            String password = Files.readString(file).replaceFirst("[\\r\\n]+$", "");
            if (password.isEmpty()) {
                throw new IllegalStateException("the password file " + file + " is empty");
            }
            return password;
        } catch (IOException unreadable) {
            throw new IllegalStateException("the password file " + file + " cannot be read", unreadable);
        }
    }
}
