package org.numberreader.web.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("browser")
@QuarkusIntegrationTest
class WideErrorMessagesIT extends ErrorMessages {
    WideErrorMessagesIT() {
        super(WIDE);
    }
}
