package com.iterate.relay.deliveries;

import com.iterate.relay.lanes.Loop;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The record as a bean. */
final class RecordWiring {

    @Produces
    @Singleton
    DeliveryRecord deliveryRecord(Loop loop, Register register, DeliveriesConfig config, RecordSignals signals) {
        return new DeliveryRecord(loop, register, config, signals);
    }
}
