package org.numberreader.web.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("browser")
@QuarkusIntegrationTest
class WideCorrectionsIT extends Corrections {
    WideCorrectionsIT() {
        super(WIDE);
    }
}
