package org.numberreader.web;

import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.Explanation;
import org.numberreader.decoding.ReadPage;
import org.numberreader.web.answer.Millis;

/**
 * What was read on one page, and how long it took.
 *
 * @param explanation how it was read, where that was asked for
 */
record TimedPage(ReadPage page, Millis millis, @Nullable Explanation explanation) {}
