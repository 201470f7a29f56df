package com.iterate.benchmarks.smallrye;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Guide: "Using the REST Client", "Async support". */
@RegisterRestClient(configKey = "braze")
@Path("/users/track")
public interface Braze {

    record Track(List<Map<String, Object>> attributes) {}

    @POST
    Uni<Void> track(@HeaderParam("Authorization") String authorization, Track body);
}
