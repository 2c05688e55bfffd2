package org.numberreader.web.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WidePageIT extends PageActions {
    WidePageIT() {
        super(WIDE);
    }
}
