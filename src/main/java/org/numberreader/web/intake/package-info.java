/** Request bodies to pictures: multipart forms, JSON, data URLs, gzip; and the options beside them. */
@NullMarked
package org.numberreader.web.intake;

import org.jspecify.annotations.NullMarked;
