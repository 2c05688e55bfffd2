package org.numberreader.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as only a fault of the service itself does; there in tests alone. */
@Path("/test/failure")
public class FailingResource {
    static final String SECRET = "/some/path/of/the/machine";

    @GET
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException(SECRET);
    }
}
