@NullMarked
package org.numberreader.web;

import org.jspecify.annotations.NullMarked;
