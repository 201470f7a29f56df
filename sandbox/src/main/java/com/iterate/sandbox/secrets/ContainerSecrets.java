package com.iterate.sandbox.secrets;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The same for containers, with the passwords of what runs beside the services. */
public final class ContainerSecrets {

    /** Who signs in with a password at PostgreSQL, and the administrator of Grafana. */
    private static final List<String> PASSWORDS = List.of(
            "settings-database-password", "survey-database-password", "relay-database-password", "grafana-password");

    /**
     * Each container reads with a user of its own, whom this machine does not know. The folder keeps everybody else on this
     * machine out: it is its owner's alone, and only the files themselves are mounted.
     */
    private static final String READ_BY_ALL = "r--r--r--";

    private ContainerSecrets() {}

    public static void in(Path directory) {
        Secrets secrets = Secrets.in(directory);
        List<SecretFile> passwords =
                PASSWORDS.stream().map(directory::resolve).map(SecretFile::new).toList();
        passwords.forEach(file -> file.unlessThere(RandomText::longPassword));
        Stream<SecretFile> others = Stream.of(
                        secrets.sessionKeys(),
                        secrets.relayKeys(),
                        secrets.relayPublicKeys(),
                        secrets.connectionKeys(),
                        secrets.responseKeys(),
                        secrets.erasureKeys(),
                        secrets.operatorPassword(),
                        secrets.memberPassword())
                .map(SecretFile::new);
        Stream.concat(passwords.stream(), others).forEach(file -> file.isReadBy(READ_BY_ALL));
    }
}
