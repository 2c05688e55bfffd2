package org.numberreader.training.strokes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Marks that are no digits, made up: scribbles, lines, dots, crossings of lines, letters of no alphabet. */
final class Scribble {
    private Scribble() {}

    /** Any of them, as a shape that a hand can write. */
    static StrokeShape any(Random random) {
        var strokes = switch (random.nextInt(10)) {
            case 0 -> scrawl(random);
            case 1 -> List.of(flatLine(random));
            case 2 -> dots(random);
            case 3 -> List.of(flatLine(random), crossing(random));
            case 4 -> List.of(flatLine(random), flatLine(random));
            case 5 -> crossings(random);
            case 6 -> blot(random);
            default -> inventedLetter(random);
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

    /** Flat enough that no slant makes it a 1; straight or bowed. */
    private static PenStroke flatLine(Random random) {
        double rise = 0.42 * even(random) - 0.08;
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
        float x = 25 + random.nextInt(50);
        float y = -30 - random.nextInt(30);
        return straight(x, y, x + random.nextInt(60) - 30, y + 110 + random.nextInt(40));
    }

    private static List<PenStroke> crossings(Random random) {
        var strokes = new ArrayList<PenStroke>();
        for (int left = 4 + random.nextInt(4); left > 0; left--) {
            strokes.add(straight(random.nextInt(100), random.nextInt(100), random.nextInt(100), random.nextInt(100)));
        }
        return strokes;
    }

    private static List<PenStroke> dots(Random random) {
        var strokes = new ArrayList<PenStroke>();
        for (int left = 2 + random.nextInt(5); left > 0; left--) {
            float x = random.nextInt(100);
            float y = random.nextInt(100);
            strokes.add(straight(x, y, x + random.nextInt(6), y + random.nextInt(6)));
        }
        return strokes;
    }

    /** A speck fills its frame: rays from a middle. */
    private static List<PenStroke> blot(Random random) {
        var strokes = new ArrayList<PenStroke>();
        int rays = 16;
        for (int i = 0; i < rays; i++) {
            double angle = 2 * Math.PI * i / rays;
            double far = 25 + 15 * random.nextDouble();
            strokes.add(straight(50, 50, (float) (50 + far * Math.cos(angle)), (float) (50 + far * Math.sin(angle))));
        }
        return strokes;
    }

    /** Three to five strokes of two to four points on a coarse grid; fewer would too often be a digit. */
    private static List<PenStroke> inventedLetter(Random random) {
        var strokes = new ArrayList<PenStroke>();
        int wanted = 3 + random.nextInt(3);
        for (int i = 0; i < wanted; i++) {
            int points = 2 + random.nextInt(3);
            var places = new float[2 * points];
            for (int j = 0; j < places.length; j++) {
                places[j] = 30f * random.nextInt(4) + (j == 0 ? 10 * i : 0);
            }
            strokes.add(new PenStroke(places, new boolean[points]));
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
