package org.numberreader.web;

import org.jspecify.annotations.Nullable;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Method;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Polarity;
import org.numberreader.image.Turn;

/**
 * How a caller wants a picture to be read, and which pages of a document.
 *
 * @param turn of each page; null: turned where that reads better
 */
record ReadingOptions(
        Polarity polarity,
        Expectation expected,
        Method method,
        PageSelection pages,
        @Nullable Turn turn) {}
