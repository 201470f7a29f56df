package com.iterate.erasures;

import java.nio.ByteBuffer;

/** A company's person as 256 bits from which nobody can read who it is. Four numbers, so that a set of them compares fast. */
public record PersonHash(long first, long second, long third, long fourth) {

    /** @param bytes 32 of them */
    public static PersonHash of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new PersonHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }
}
