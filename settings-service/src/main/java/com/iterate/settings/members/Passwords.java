package com.iterate.settings.members;

import com.iterate.webkit.RequestBody;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashes and checks passwords, for as long whether or not there is such an account. */
@Singleton
public class Passwords {

    private static final int SHORTEST = 10;

    /** bcrypt reads no further, so that two longer passwords with one beginning would be the same. */
    private static final int LONGEST_BYTES = 72;

    private final int cost;
    private final String nobodys;

    Passwords(MembersConfig config) {
        this.cost = config.bcryptCost();
        this.nobodys = BcryptUtil.bcryptHash("nobody's password", cost);
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    /** Takes the same time for nobody as for somebody: who measures learns nothing about who has an account. */
    public boolean matches(String password, Optional<Account> account) {
        String hash = account.map(Account::passwordHash).orElse(nobodys);
        boolean matches = BcryptUtil.matches(password, hash);
        return matches && account.isPresent() && !isCutOff(password);
    }

    static String required(@Nullable String candidate) {
        String password = RequestBody.text("password", candidate, Integer.MAX_VALUE);
        if (password.length() < SHORTEST) {
            throw RequestBody.invalid("password", "must have at least " + SHORTEST + " characters");
        }
        if (isCutOff(password)) {
            throw RequestBody.invalid("password", "must have at most " + LONGEST_BYTES + " bytes");
        }
        return password;
    }

    private static boolean isCutOff(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }
}
