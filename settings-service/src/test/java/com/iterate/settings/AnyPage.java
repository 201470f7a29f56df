package com.iterate.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Stands for the pages of all services. */
@Path("/any-page")
public class AnyPage {

    @GET
    @Produces("text/html")
    public String show() {
        return "<h1>Any page</h1>";
    }
}
