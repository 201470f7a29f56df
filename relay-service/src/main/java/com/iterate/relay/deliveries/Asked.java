package com.iterate.relay.deliveries;

/** Where the record of an answer lies in the topic of answers. */
record Asked(int partition, long offset) {}
