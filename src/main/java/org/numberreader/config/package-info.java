/** What every configured value is held to. */
@NullMarked
package org.numberreader.config;

import org.jspecify.annotations.NullMarked;
