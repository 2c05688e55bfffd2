package org.numberreader.training;

import java.util.Random;

/** Training pictures that are made anew each time they are asked for. */
interface Samples {

    /** How many one pass has. */
    int size();

    /**
     * Makes one picture.
     *
     * @param target where 784 values of 0 for paper to 1 for ink go, from {@code offset}
     * @return its class: 0 to 9, or 10 for "not a digit"
     */
    int draw(int index, Random random, float[] target, int offset);

    /** Digits moved a little, as the base network learns them. */
    static Samples of(LabelledDigits digits, Augmentation augmentation) {
        return new Samples() {
            @Override
            public int size() {
                return digits.size();
            }

            @Override
            public int draw(int index, Random random, float[] target, int offset) {
                augmentation.apply(digits.frame(index).pixels(), random, target, offset);
                return digits.label(index);
            }
        };
    }

    /** Digits as they are. */
    static Samples of(LabelledDigits digits) {
        return of(digits, Augmentation.NONE);
    }
}
