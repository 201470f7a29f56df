package com.iterate.settings.sessions;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes guessing slow: wrong passwords are counted for the account and for the address that they come from, whether or not
 * there is such an account. Each replica counts for itself, so that n replicas allow n times as many.
 */
@Singleton
class LockOut {

    private final Allowances accounts;
    private final Allowances addresses;

    @Inject
    LockOut(SessionsConfig config) {
        this(config.lockOut(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    LockOut(SessionsConfig.LockOut config, TimeMeter time) {
        this.accounts = new Allowances(config.perAccount(), config.forgivenIn(), config.remembered(), time);
        this.addresses = new Allowances(config.perAddress(), config.forgivenIn(), config.remembered(), time);
    }

    /**
     * Counts an attempt as a failure before it is made, so that a thousand at once do not slip through.
     *
     * @return how long to wait, if the attempt must not be made
     */
    Optional<Duration> begin(String account, String address) {
        return addresses.take(address).or(() -> accounts.take(account));
    }

    void succeeded(String account, String address) {
        accounts.giveBack(account);
        addresses.giveBack(address);
    }
}
