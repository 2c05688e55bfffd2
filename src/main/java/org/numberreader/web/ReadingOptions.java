package org.numberreader.web;

import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Method;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Polarity;

/** How a caller wants a picture to be read, and which pages of a document. */
record ReadingOptions(Polarity polarity, Expectation expected, Method method, PageSelection pages) {}
