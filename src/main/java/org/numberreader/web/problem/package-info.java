/** Errors as problem documents (RFC 9457), each with its status and title. */
@NullMarked
package org.numberreader.web.problem;

import org.jspecify.annotations.NullMarked;
