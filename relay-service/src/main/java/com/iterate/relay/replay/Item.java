package com.iterate.relay.replay;

import com.iterate.relay.letters.LetterId;
import java.util.List;
import java.util.Map;

/**
 * A letter that its job wants to be sent.
 *
 * @param partition in which the original lay; so does its person's every answer
 * @param offset    of the original: its age, whenever it is sent
 * @param pieces    what of it is to be sent
 * @param rename    new names of attributes, by the old ones
 * @param replays   that failed before
 */
@SuppressWarnings("ArrayRecordComponent") // Kafka's bytes, handed on untouched; never compared.
record Item(
        long job,
        LetterId letter,
        int partition,
        long offset,
        String company,
        byte[] key,
        byte[] value,
        List<Piece> pieces,
        Map<String, String> rename,
        int replays) {

    Item {
        pieces = List.copyOf(pieces);
        rename = Map.copyOf(rename);
    }

    int size() {
        return key.length + value.length;
    }
}
