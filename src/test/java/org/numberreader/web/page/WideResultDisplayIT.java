package org.numberreader.web.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("browser")
@QuarkusIntegrationTest
class WideResultDisplayIT extends ResultDisplay {
    WideResultDisplayIT() {
        super(WIDE);
    }
}
