package org.numberreader.training.scene;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.numberreader.image.Standardised;
import org.numberreader.recognition.LineNetwork;
import org.numberreader.recognition.Symbol;
import org.numberreader.training.LabelledDigits;

/** Teaches the line recogniser: for each column which symbol has its centre there, and that symbol's box. */
public final class LineTask implements SceneTask {
    /** The share of lines whose symbols are all right. */
    private static final String LINES = "lines";

    private static final int BATCH = 48;
    private static final int BATCHES = 8;

    /** Most columns are the centre of nothing: they count less. */
    private static final float NONE_WEIGHT = 0.5f;

    /** A symbol's centre is at most that many columns to each side of it. */
    private static final double CENTRE = 0.8;

    private static final int CLASSES = Symbol.all().size();

    private final LineScene scene;
    private final int batch;
    private final int batches;

    /** @param mnist whose digits are written */
    public LineTask(LabelledDigits mnist) {
        this(mnist, BATCH, BATCHES);
    }

    /** A task of that many lines a batch, and batches a draw. */
    LineTask(LabelledDigits mnist, int batch, int batches) {
        this.scene = new LineScene(mnist);
        this.batch = batch;
        this.batches = batches;
    }

    @Override
    public String network() {
        return "line";
    }

    @Override
    public Block block() {
        return LineNetwork.block();
    }

    @Override
    public int inputHeight() {
        return LineNetwork.HEIGHT;
    }

    @Override
    public boolean withEightBits() {
        return true;
    }

    @Override
    public List<String> classes() {
        return Symbol.all().stream().map(Symbol::name).toList();
    }

    @Override
    public int picturesAtOnce() {
        return batch * batches;
    }

    @Override
    public int epochs() {
        return 20;
    }

    @Override
    public int drawsAnEpoch() {
        return 25;
    }

    @Override
    public double valueWeight() {
        return 1;
    }

    @Override
    public List<SceneBatch> batches(Random random) {
        var lines = new ArrayList<LineScene.Line>();
        while (lines.size() < picturesAtOnce()) {
            var line = scene.draw(new Random(random.nextLong()));
            if (line.picture().width() <= 640) {
                lines.add(line);
            }
        }
        // Lines of about one width share a batch, or most of it would be padding.
        lines.sort(Comparator.comparingInt(line -> line.picture().width()));
        var drawn = new ArrayList<SceneBatch>();
        for (int i = 0; i < batches; i++) {
            drawn.add(batch(lines.subList(i * batch, (i + 1) * batch)));
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    static SceneBatch batch(List<LineScene.Line> lines) {
        int widest =
                lines.stream().mapToInt(line -> line.picture().width()).max().orElseThrow();
        int width = (widest + 7) / 8 * 8;
        int columns = width / LineNetwork.STRIDE;
        int count = lines.size();
        var input = new float[count * LineNetwork.HEIGHT * width];
        var classes = new float[count * CLASSES * columns];
        var values = new float[count * LineNetwork.BOX * columns];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < count; i++) {
            var line = lines.get(i);
            Standardised.into(line.picture(), input, i * LineNetwork.HEIGHT * width, width);
            int own = (line.picture().width() + LineNetwork.STRIDE - 1) / LineNetwork.STRIDE;
            var symbols = columnSymbols(line, own);
            for (int column = 0; column < own; column++) {
                var placed = symbols.get(column);
                int kind =
                        placed == null ? Symbol.NONE.ordinal() : placed.symbol().ordinal();
                classes[(i * CLASSES + kind) * columns + column] = placed == null ? NONE_WEIGHT : 1;
                if (placed != null && placed.symbol() != Symbol.BORDER) {
                    box(placed, column, values, i * LineNetwork.BOX * columns, columns);
                }
            }
        }
        return new SceneBatch(
                input,
                LineNetwork.input(count, width),
                classes,
                values,
                new Shape(count, LineNetwork.CHANNELS, 1, columns),
                CLASSES);
    }

    /** The symbol of each column, null for none; where two meet, the one whose centre is closer. */
    private static List<LineScene.@Nullable Placed> columnSymbols(LineScene.Line line, int columns) {
        var symbols = new ArrayList<LineScene.@Nullable Placed>(Collections.nCopies(columns, null));
        for (var placed : line.symbols()) {
            double centre = centre(placed);
            double half = Math.min(CENTRE, (placed.right() - placed.left()) / LineNetwork.STRIDE / 4);
            int from = Math.max(0, (int) Math.floor(centre - half));
            int to = Math.min(columns, (int) Math.ceil(centre + half));
            for (int column = from; column < to; column++) {
                var other = symbols.get(column);
                if (other == null || Math.abs(centre(placed) - column - 0.5) < Math.abs(centre(other) - column - 0.5)) {
                    symbols.set(column, placed);
                }
            }
        }
        return symbols;
    }

    private static double centre(LineScene.Placed placed) {
        return (placed.left() + placed.right()) / 2 / LineNetwork.STRIDE;
    }

    private static void box(LineScene.Placed placed, int column, float[] values, int offset, int columns) {
        double x = (column + 0.5) * LineNetwork.STRIDE;
        double middle = LineNetwork.HEIGHT / 2.0;
        values[offset + column] = (float) ((x - placed.left()) / LineNetwork.HEIGHT);
        values[offset + columns + column] = (float) ((middle - placed.top()) / LineNetwork.HEIGHT);
        values[offset + 2 * columns + column] = (float) ((placed.right() - x) / LineNetwork.HEIGHT);
        values[offset + 3 * columns + column] = (float) ((placed.bottom() - middle) / LineNetwork.HEIGHT);
    }

    /** The share of lines whose symbols are all right, read greedily, and of those with digits alone. */
    @Override
    public Map<String, Double> validate(SceneBatch batch, float[] logits) {
        int columns = (int) batch.outputShape.get(3);
        double right = 0;
        double digits = 0;
        double digitsRight = 0;
        for (int i = 0; i < batch.size(); i++) {
            String truth = greedy(batch.classes, i * CLASSES * columns, columns);
            String read = greedy(logits, i * LineNetwork.CHANNELS * columns, columns);
            right += truth.equals(read) ? 1 : 0;
            if (truth.matches("\\d+")) {
                digits++;
                digitsRight += truth.equals(read) ? 1 : 0;
            }
        }
        return Map.of(LINES, right / batch.size(), "digitLines", digits == 0 ? Double.NaN : digitsRight / digits);
    }

    @Override
    public String mainFigure() {
        return LINES;
    }

    /** The likeliest symbol of each column, equal neighbours taken as one. */
    private static String greedy(float[] values, int offset, int columns) {
        var text = new StringBuilder();
        int before = Symbol.NONE.ordinal();
        for (int column = 0; column < columns; column++) {
            int best = Symbol.NONE.ordinal();
            float highest = -1e30f;
            for (int kind = 0; kind < CLASSES; kind++) {
                float value = values[offset + kind * columns + column];
                if (value > highest && (value != 0 || highest < 0)) {
                    highest = value;
                    best = kind;
                }
            }
            if (highest == 0) {
                best = Symbol.NONE.ordinal(); // the padding of a truth
            }
            if (best != before && best != Symbol.NONE.ordinal()) {
                text.append(Symbol.all().get(best).text());
            }
            before = best;
        }
        return text.toString();
    }
}
