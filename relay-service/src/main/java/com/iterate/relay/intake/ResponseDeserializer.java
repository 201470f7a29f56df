package com.iterate.relay.intake;

import com.iterate.contracts.ResponseDecoder;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads on Kafka's polling thread, so that the lanes' thread does not have to. Never throws: an exception would stop the poll. */
public final class ResponseDeserializer implements Deserializer<Received> {

    @Override
    public Received deserialize(String topic, byte @Nullable [] value) {
        return new Received(value, ResponseDecoder.decode(value));
    }
}
