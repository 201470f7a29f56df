package com.iterate.sandbox.journeys;

import com.iterate.backing.Server;
import java.net.URI;
import java.util.List;

/** The system that the journeys use, wherever it runs. */
sealed interface RunningSystem permits OnThisMachine, InCompose {

    URI publicUrl();

    /** The Braze stand-in, as the journeys reach it. */
    URI braze();

    /** The same, as the services reach it. */
    URI brazeForServices();

    String operatorPassword();

    String kafkaBootstrapServers();

    Server kafka();

    Server postgres();

    Part settings();

    Part survey();

    Part relay();

    /** Absent, unless a journey starts it. */
    Part secondRelay();

    /** Of the services, where this machine reaches their management ports. */
    List<URI> metrics();

    /** The services, and whatever else sees what respondents send. */
    List<Part> loggers();

    default List<Part> services() {
        return List.of(settings(), survey(), relay());
    }
}
