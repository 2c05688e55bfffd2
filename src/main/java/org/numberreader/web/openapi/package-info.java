/** The OpenAPI document's examples and limits, and Swagger UI's address. */
@NullMarked
package org.numberreader.web.openapi;

import org.jspecify.annotations.NullMarked;
