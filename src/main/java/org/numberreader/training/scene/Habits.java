package org.numberreader.training.scene;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * What a writer does alike each time: which way of writing a digit, whether with a bar or a serif. Readers know a digit by
 * similar ones on the same line, so lines must show them.
 *
 * @param seed tells writers apart
 * @param share of the choices that the writer makes out of habit; the others are anyone's
 */
record Habits(long seed, double share) {
    /** Each choice is made anew. */
    static final Habits NONE = new Habits(0, 0);

    /** The choices, beside one for each way of writing a symbol. */
    static final int CROSSED = 1001;

    static final int SERIF = 1002;
    static final int LONG_ONE = 1003;
    static final int HOW_LONG = 1004;
    static final int LEANING_ONE = 1005;
    private static final int SOURCE = 2000;
    private static final int EXAMPLE = 3000;

    static Habits any(Random random) {
        return random.nextDouble() < 0.4 ? NONE : new Habits(random.nextLong(), 0.75 + 0.25 * random.nextDouble());
    }

    /** Whether a digit is drawn or taken from MNIST. */
    static int source(int digit) {
        return SOURCE + digit;
    }

    /** Which of MNIST's digits. */
    static int example(int digit) {
        return EXAMPLE + digit;
    }

    /**
     * One of some ways.
     *
     * @param what is chosen: a symbol's ordinal, or one of the constants
     * @return 0 to {@code count - 1}
     */
    int pick(int what, int count, Random random) {
        return isHabit(random) ? generator(what).nextInt(count) : random.nextInt(count);
    }

    /** A uniform number from 0 to 1, for a choice between two. */
    double uniform(int what, Random random) {
        return isHabit(random) ? generator(what).nextDouble() : random.nextDouble();
    }

    private boolean isHabit(Random random) {
        return share > 0 && random.nextDouble() < share;
    }

    private SplittableRandom generator(int what) {
        return new SplittableRandom(seed + what * 0x9E3779B97F4A7C15L);
    }
}
