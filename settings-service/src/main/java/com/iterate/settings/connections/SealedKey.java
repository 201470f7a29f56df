package com.iterate.settings.connections;

import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;

/**
 * A Braze key as it is stored.
 *
 * @param ending its last characters, for people to tell keys apart
 */
record SealedKey(byte[] encrypted, String ending) {

    private static final String FIELD = "apiKey";

    /**
     * The one in force, for a change that names none. It stays with the address that it was given for: whoever may change the
     * endpoint would else make us send a key, which is shown to nobody, to a host of their choice.
     *
     * @throws Problem 422 if there is none, or it was given for another address
     */
    static SealedKey keptOf(Connection before, BrazeEndpoint endpoint) {
        if (!(before instanceof Connection.Connected connected)) {
            throw RequestBody.invalid(
                    FIELD, "is missing, and there is no saved key to keep: this company is not connected");
        }
        if (!connected.endpoint().equals(endpoint)) {
            throw RequestBody.invalid(
                    FIELD,
                    "is missing: the saved key was given for " + connected.endpoint()
                            + " and is not sent anywhere else. Give the key for " + endpoint + " as well");
        }
        return new SealedKey(connected.encryptedKey(), connected.keyEnding());
    }
}
