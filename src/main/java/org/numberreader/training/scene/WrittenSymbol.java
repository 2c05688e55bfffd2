package org.numberreader.training.scene;

import org.numberreader.recognition.Symbol;

/** A symbol and where its ink stands, in pixels of the layer that it was drawn on; a border has no width. */
record WrittenSymbol(Symbol symbol, double left, double top, double right, double bottom) {
    double centreX() {
        return (left + right) / 2;
    }

    double centreY() {
        return (top + bottom) / 2;
    }
}
