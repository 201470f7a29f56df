package com.iterate.settings.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How long a session lives, and what signs it. */
@ConfigMapping(prefix = "settings.sessions")
public interface SessionsConfig {

    /** JWKS with private EC P-256 keys; the first one signs, all of them verify. */
    Path keysFile();

    /** A removed member keeps access for this long at most: no service asks us about a session that it can check itself. */
    @WithDefault("15m")
    Duration life();

    /** From sign-in to the next sign-in, however busy the session is: a working day. */
    @WithDefault("12h")
    Duration longest();

    LockOut lockOut();

    /** How many wrong passwords. */
    interface LockOut {

        /** Wrong passwords for one e-mail before it must wait: slips of a person fit in, a dictionary does not. */
        @WithDefault("5")
        int perAccount();

        /** Wrong passwords from one address: an office behind one address fits in. */
        @WithDefault("50")
        int perAddress();

        /** In which all of them are forgiven again, one after the other. */
        @WithDefault("15m")
        Duration forgivenIn();

        /** E-mails and addresses remembered, each: some 300 bytes apiece. The longest unused is forgotten first. */
        @WithDefault("20000")
        int remembered();
    }
}
