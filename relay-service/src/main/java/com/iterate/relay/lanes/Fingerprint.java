package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import java.security.SecureRandom;

/**
 * A person, or a person's attribute, in 128 bits. Keyed anew in each process, so that nobody can make two that are alike; by chance
 * two are, among all that rest at a time, once in some 10^20 years. Kept instead of the texts, which would be most of what a rest
 * takes in memory.
 */
record Fingerprint(long high, long low) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Fingerprint KEY_OF_BRAZE_IDS = new Fingerprint(RANDOM.nextLong(), RANDOM.nextLong());
    private static final Fingerprint KEY_OF_EXTERNAL_IDS = new Fingerprint(RANDOM.nextLong(), RANDOM.nextLong());

    /** Odd and without a pattern: constants of SplittableRandom, xxHash and MurmurHash3. */
    private static final long STEP_HIGH = 0x9E3779B97F4A7C15L;

    private static final long STEP_LOW = 0xC2B2AE3D27D4EB4FL;
    private static final long MIX = 0xFF51AFD7ED558CCDL;

    static Fingerprint of(Respondent respondent) {
        if (respondent instanceof Respondent.Braze braze) {
            return KEY_OF_BRAZE_IDS.with(braze.id());
        }
        return respondent instanceof Respondent.External external
                ? KEY_OF_EXTERNAL_IDS.with(external.id())
                : KEY_OF_EXTERNAL_IDS;
    }

    /** Another one, of this followed by the text. */
    Fingerprint with(String text) {
        long nextHigh = high;
        long nextLow = low;
        for (int i = 0; i < text.length(); i++) {
            nextHigh = (nextHigh ^ text.charAt(i)) * STEP_HIGH;
            nextLow = (Long.rotateLeft(nextLow, 23) + text.charAt(i)) * STEP_LOW;
        }
        nextHigh = mixed(nextHigh ^ Long.rotateLeft(nextLow, 32));
        return new Fingerprint(nextHigh, mixed(nextLow + nextHigh));
    }

    private static long mixed(long bits) {
        long once = (bits ^ bits >>> 33) * MIX;
        return once ^ once >>> 29;
    }
}
