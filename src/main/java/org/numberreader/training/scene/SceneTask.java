package org.numberreader.training.scene;

import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a fully convolutional network is to learn from drawn scenes. */
public interface SceneTask {
    /** The network's name, which the command and the model's card use. */
    String network();

    /** The layers, without weights. */
    Block block();

    /** The input's height as the exported file fixes it; 0 for any. */
    int inputHeight();

    /** Whether the network is served with 8 bits. */
    boolean withEightBits();

    /** The names of the classes, in the order of the output's channels. */
    List<String> classes();

    /** How many pictures {@link #batches} draws in all. */
    int picturesAtOnce();

    /** Some batches; the same random numbers draw the same. */
    List<SceneBatch> batches(Random random);

    /** How many epochs a training has, unless another number is asked for. */
    int epochs();

    /** How often an epoch draws {@link #batches}. */
    int drawsAnEpoch();

    /** The weight of the estimated values in the loss, beside the cross-entropy. */
    double valueWeight();

    /**
     * Figures of a network on what is drawn from digits that it was not trained on.
     *
     * @param logits of one batch, as the network gives them
     */
    Map<String, Double> validate(SceneBatch batch, float[] logits);

    /** The name of the figure of {@link #validate} that is told after each epoch. */
    String mainFigure();
}
