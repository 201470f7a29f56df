package com.iterate.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of this machine that is its own authority, made with the JDK's tool: none has to be kept and none runs out.
 *
 * @param certificate PEM
 * @param key         PEM, PKCS 8
 */
public record SelfSigned(Path certificate, Path key) {

    private static final String ALIAS = "machine";

    /** Protects nothing: the file is in a folder of a test. */
    private static final String PASSWORD = "changeit";

    /** For {@code localhost} and 127.0.0.1. */
    public static SelfSigned in(Path folder) {
        return in(folder, "localhost");
    }

    public static SelfSigned in(Path folder, String host) {
        Path store = folder.resolve(host + ".p12");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(store);
            generate(store, host);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            return new SelfSigned(
                    write(
                            folder.resolve(host + ".crt"),
                            "CERTIFICATE",
                            keys.getCertificate(ALIAS).getEncoded()),
                    write(
                            folder.resolve(host + ".key"),
                            "PRIVATE KEY",
                            keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate could be made in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot read what its keytool wrote", e);
        }
    }

    private static void generate(Path store, String host) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        ALIAS,
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host + (host.equals("localhost") ? ",ip:127.0.0.1" : ""),
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool ended with " + keytool.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Path write(Path file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
