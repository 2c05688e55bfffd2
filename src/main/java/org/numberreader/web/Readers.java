package org.numberreader.web;

import org.numberreader.decoding.Method;
import org.numberreader.decoding.NumberReader;
import org.numberreader.decoding.Reader;
import org.numberreader.web.answer.ModelName;

/** The reader of each method, and the model that it asks. */
public record Readers(NumberReader learned, ModelName learnedModel, Reader classical, ModelName classicalModel) {

    Reader of(Method method) {
        return method == Method.CLASSICAL ? classical : learned;
    }

    ModelName model(Method method) {
        return method == Method.CLASSICAL ? classicalModel : learnedModel;
    }
}
