package com.iterate.sandbox.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** One secret on the disk: there as a whole or not at all, and never written over. */
record SecretFile(Path path) {

    /** A key that was lost takes with it what it has encrypted, so one that is there stays. */
    void unlessThere(Supplier<String> text) {
        if (Files.exists(path)) {
            return;
        }
        try {
            // A temporary file is its owner's alone.
            Path whole = Files.createTempFile(path.toAbsolutePath().getParent(), ".new", "");
            Files.writeString(whole, text.get());
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    void isReadBy(String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change who may read " + path, e);
        }
    }
}
