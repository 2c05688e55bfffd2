/** What runs the service: its beans, the warm-up, health, shutting down, and the watch on native memory. */
@NullMarked
package org.numberreader.web.operation;

import org.jspecify.annotations.NullMarked;
