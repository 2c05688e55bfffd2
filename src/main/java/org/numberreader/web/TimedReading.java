package org.numberreader.web;

import java.util.List;
import org.numberreader.decoding.ReadPage;
import org.numberreader.web.answer.Millis;
import org.numberreader.web.answer.ModelName;

/** What was read on some pages, by which model, and how long it took. */
record TimedReading(List<ReadPage> pages, ModelName model, Millis millis) {
    TimedReading {
        pages = List.copyOf(pages);
    }

    /** Of all pages together. */
    static TimedReading of(List<TimedPage> pages, ModelName model) {
        var millis = pages.stream().map(TimedPage::millis).reduce(Millis::plus).orElseThrow();
        return new TimedReading(pages.stream().map(TimedPage::page).toList(), model, millis);
    }
}
