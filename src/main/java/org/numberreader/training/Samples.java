package org.numberreader.training;

import java.util.Random;

/** Training pictures that are made anew each time they are asked for. */
interface Samples {

    /** How many one pass has. */
    int size();

    /**
     * Makes one picture. May be called by several threads at once.
     *
     * @param target where 784 values of 0 for paper to 1 for ink go, from {@code offset}
     */
    Truth draw(int index, Random random, float[] target, int offset);

    /**
     * What a picture is.
     *
     * @param label its class: 0 to 9, or 10 for "not a digit"
     * @param known whether it is such a picture as teachers of the ten digits alone have learnt
     */
    record Truth(int label, boolean known) {}

    /** Digits moved a little, as the base network learns them. */
    static Samples of(LabelledDigits digits, Augmentation augmentation) {
        return new Samples() {
            @Override
            public int size() {
                return digits.size();
            }

            @Override
            public Truth draw(int index, Random random, float[] target, int offset) {
                augmentation.apply(digits.frame(index).pixels(), random, target, offset);
                return new Truth(digits.label(index), true);
            }
        };
    }

    /** Digits as they are. */
    static Samples of(LabelledDigits digits) {
        return of(digits, Augmentation.NONE);
    }
}
