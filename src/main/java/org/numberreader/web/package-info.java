/** The HTTP resources and their parameters; what a request needs from its body to its answer is in the packages below. */
@NullMarked
package org.numberreader.web;

import org.jspecify.annotations.NullMarked;
