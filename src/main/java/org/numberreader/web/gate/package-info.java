/** What a request passes before its body is read: admission, the queue, memory for uploads, and slow or oversized bodies. */
@NullMarked
package org.numberreader.web.gate;

import org.jspecify.annotations.NullMarked;
