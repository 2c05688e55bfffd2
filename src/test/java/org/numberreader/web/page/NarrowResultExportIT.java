package org.numberreader.web.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

@Tag("browser")
@QuarkusIntegrationTest
class NarrowResultExportIT extends ResultExport {
    NarrowResultExportIT() {
        super(NARROW);
    }
}
