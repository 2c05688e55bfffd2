/** The HTTP resources, their parameters, and the queue from a picture to its reading; bodies, answers and errors are in the packages below. */
@NullMarked
package org.numberreader.web;

import org.jspecify.annotations.NullMarked;
