package com.iterate.relay.guard;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A person, as the tables know them: MD5 of the Kafka key of their answers. PostgreSQL computes the same from a dead letter's key
 * ({@code md5(key)::uuid}), and no table holds one more copy of anybody's id. Two people who are alike in it would only share a guard.
 */
public record PersonKey(long high, long low) {

    /** @param recordKey such as {@code acme|braze:5fbd} */
    public static PersonKey of(byte[] recordKey) {
        ByteBuffer digest = ByteBuffer.wrap(md5().digest(recordKey));
        return new PersonKey(digest.getLong(), digest.getLong());
    }

    public static PersonKey of(UUID id) {
        return new PersonKey(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    public UUID uuid() {
        return new UUID(high, low);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
