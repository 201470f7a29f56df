package com.iterate.settings.members;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Passwords and the first operator. */
@ConfigMapping(prefix = "settings.members")
public interface MembersConfig {

    /** Each step doubles the work: 12 takes a quarter of a second, too slow for guessing and quick enough for a person. */
    @WithDefault("12")
    int bcryptCost();

    /** E-mail of the first operator; read only while there is no operator. */
    Optional<String> firstOperatorEmail();

    /** File with the first operator's password; a line break at its end does not count. */
    Optional<Path> firstOperatorPasswordFile();
}
