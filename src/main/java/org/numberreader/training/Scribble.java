package org.numberreader.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Marks that are no signs: scribbles, lines, dots, and crossings of lines. */
final class Scribble {
    private Scribble() {}

    /** Any of them, as a shape that a hand can write. */
    static StrokeShape any(Random random) {
        var strokes = switch (random.nextInt(6)) {
            case 0 -> scrawl(random);
            case 1 -> List.of(flatLine(random));
            case 2 -> dots(random);
            case 3 -> List.of(flatLine(random), crossing(random));
            case 4 -> List.of(flatLine(random), flatLine(random));
            default -> crossings(random);
        };
        return new StrokeShape(StrokeShape.NO_DIGIT, "scribble", strokes);
    }

    /** To and fro over the same place, often enough that no digit comes about. */
    private static List<PenStroke> scrawl(Random random) {
        int points = 9 + random.nextInt(8);
        var places = new float[2 * points];
        for (int i = 0; i < places.length; i++) {
            places[i] = random.nextInt(100);
        }
        return List.of(new PenStroke(places, new boolean[points]));
    }

    /** Within 35 degrees of the horizontal, for a steeper one is a 1; straight or bowed. */
    private static PenStroke flatLine(Random random) {
        double rise = 0.7 * even(random);
        double bow = random.nextBoolean() ? 0 : 18 * even(random);
        double top = 60 * random.nextDouble();
        var places = new float[10];
        for (int i = 0; i < 5; i++) {
            places[2 * i] = 30 * i;
            places[2 * i + 1] = (float) (top + rise * 30 * i + bow * i * (4 - i) / 4);
        }
        return new PenStroke(places, new boolean[5]);
    }

    private static PenStroke crossing(Random random) {
        float x = 20 + random.nextInt(80);
        float y = random.nextInt(60) - 40;
        return straight(x, y, x + random.nextInt(60) - 30, y + 60 + random.nextInt(60));
    }

    private static List<PenStroke> crossings(Random random) {
        var strokes = new ArrayList<PenStroke>();
        for (int i = 0; i < 4 + random.nextInt(4); i++) {
            strokes.add(straight(random.nextInt(100), random.nextInt(100), random.nextInt(100), random.nextInt(100)));
        }
        return strokes;
    }

    /** Specks: one fills the frame, several are scattered. */
    private static List<PenStroke> dots(Random random) {
        int spread = random.nextBoolean() ? 6 : 100;
        var strokes = new ArrayList<PenStroke>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            float x = random.nextInt(spread);
            float y = random.nextInt(spread);
            strokes.add(straight(x, y, x + random.nextInt(6), y + random.nextInt(6)));
        }
        return strokes;
    }

    private static PenStroke straight(float fromX, float fromY, float toX, float toY) {
        return new PenStroke(new float[] {fromX, fromY, toX, toY}, new boolean[2]);
    }

    private static double even(Random random) {
        return 2 * random.nextDouble() - 1;
    }
}
