package org.numberreader.web.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NarrowPageIT extends PageActions {
    NarrowPageIT() {
        super(NARROW);
    }
}
