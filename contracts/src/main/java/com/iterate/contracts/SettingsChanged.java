package com.iterate.contracts;

import static com.iterate.contracts.InvalidEvent.check;

/**
 * The value of a record on {@link Topic#SETTINGS}: caches of this company's Braze connection reload. Never a secret.
 *
 * @param version of the company's connection, counting up with each change
 */
public record SettingsChanged(String companyId, long version) {

    public SettingsChanged {
        check(Limits.isCompanyId(companyId), "companyId must be 1 to 40 of a-z, 0-9 and -");
        check(version >= 0, "version must not be negative");
    }
}
