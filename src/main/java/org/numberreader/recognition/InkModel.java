package org.numberreader.recognition;

import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;

/** The network of the handwriting map with its weights. Safe to use from several threads. */
public final class InkModel implements AutoCloseable {
    private final ConvolutionalModel model;

    public InkModel(ConvolutionalModel model) {
        this.model = model;
    }

    /** The network's output for a picture: {@link InkNetwork}'s channels for each cell of {@value InkNetwork#STRIDE} pixels. */
    public Raster map(GrayImage picture) {
        return model.run(List.of(picture), InkNetwork.STRIDE).get(0);
    }

    /** The evidence that came with the weights. */
    public NetworkCard card() {
        return model.card();
    }

    @Override
    public void close() {
        model.close();
    }
}
