/** What a request passes before its body is read: admission, memory for uploads, and limits on slow or oversized bodies. */
@NullMarked
package org.numberreader.web.gate;

import org.jspecify.annotations.NullMarked;
