package org.numberreader.training.scene;

import java.util.Random;
import org.numberreader.training.strokes.Hand;

/**
 * How one row is written.
 *
 * @param height of a digit, in pixels
 * @param drawn the share of digits that are drawn with strokes instead of taken from MNIST
 * @param width of MNIST's digits, 1 is as they are
 * @param rampFrom ink of MNIST's digits below it is paper, 0 to 1: the higher, the thinner the pen
 * @param rampTo ink above it is full
 * @param hand of the strokes
 * @param spread of the heights within the row, as a share
 * @param wander how far symbols stray from the row, as a share of the height
 * @param noughts height of noughts, as a share of the other digits': many write the noughts of 1000 small
 * @param least gap between digits, as a share of the height; below 0 they overlap
 * @param most the same
 * @param habits what the hand does alike each time
 */
record Style(
        double height,
        double drawn,
        double width,
        double rampFrom,
        double rampTo,
        Hand hand,
        double spread,
        double wander,
        double noughts,
        double least,
        double most,
        Habits habits) {

    static Style any(double height, Random random) {
        double from = 0.1 + 0.45 * random.nextDouble();
        double to = from + 0.15 + 0.35 * random.nextDouble();
        double source = random.nextDouble();
        double drawn = source < 0.4 ? 0 : source < 0.65 ? 0.35 : 1;
        var any = Hand.any(random);
        // The row leans as a whole; a thin line is as frequent as a bold one.
        var hand = new Hand(
                0, 0.4 * any.turn(), any.width(), 0.9 + 3.2 * random.nextDouble() * random.nextDouble(), any.unrest());
        double gaps = random.nextDouble();
        double least = gaps < 0.25 ? 0 : gaps < 0.5 ? -0.14 : gaps < 0.87 ? 0.08 : 0.35;
        double most = gaps < 0.25 ? 0.13 : gaps < 0.5 ? 0.06 : gaps < 0.87 ? 0.45 : 1.1;
        return new Style(
                height,
                drawn,
                0.6 + 0.8 * random.nextDouble(),
                from,
                to,
                hand,
                random.nextDouble() < 0.15 ? 0.15 + 0.25 * random.nextDouble() : 0.18 * random.nextDouble(),
                0.08 * random.nextDouble(),
                random.nextDouble() < 0.12 ? 0.45 + 0.4 * random.nextDouble() : 1,
                least,
                most,
                Habits.any(random));
    }

    /** The pen's width in pixels. */
    double pen() {
        return Math.max(1, hand.pen() * height / 20);
    }

    double gap(Random random) {
        return height * (least + (most - least) * random.nextDouble());
    }
}
