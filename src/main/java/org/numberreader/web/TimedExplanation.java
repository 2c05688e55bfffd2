package org.numberreader.web;

import org.numberreader.decoding.Explanation;

/** What was read in a picture, how long it took, and how it was read. */
record TimedExplanation(TimedReading timed, Explanation explanation) {}
