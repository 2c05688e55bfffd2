package org.numberreader.web;

import org.numberreader.number.Explanation;

/** What was read in a picture, how long it took, and how it was read. */
record TimedExplanation(TimedReading timed, Explanation explanation) {}
