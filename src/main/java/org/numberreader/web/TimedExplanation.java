package org.numberreader.web;

import org.numberreader.web.answer.HowRead;

/** What was read, and how the first page was. */
record TimedExplanation(TimedReading reading, HowRead how) {}
