package org.numberreader.web;

import org.numberreader.decoding.Reading;
import org.numberreader.image.Picture;
import org.numberreader.web.answer.Millis;
import org.numberreader.web.answer.ModelName;
import org.numberreader.web.answer.PictureSize;

/** What was read in a picture, by which model, and how long it took. */
record TimedReading(PictureSize size, Reading reading, ModelName model, Millis millis) {

    static TimedReading of(Picture picture, Reading reading, ModelName model, double decodeMillis, double totalMillis) {
        var millis = new Millis(decodeMillis, reading.segmentMillis(), reading.classifyMillis(), totalMillis);
        return new TimedReading(new PictureSize(picture.width(), picture.height()), reading, model, millis);
    }
}
