package org.numberreader.training.scene;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.numberreader.image.Standardised;
import org.numberreader.recognition.InkNetwork;
import org.numberreader.training.LabelledDigits;

/** Teaches the handwriting map: for each cell of a page whether a row of numbers runs through it, and how high its digits are. */
public final class InkTask implements SceneTask {
    /** The overlap of the rows of numbers with the truth. */
    private static final String OVERLAP = "overlapNumbers";

    private static final int BATCH = 16;

    /** Widths and heights of a batch's pages, in pixels: about as many pixels each. */
    private static final int[][] SIZES = {{256, 192}, {192, 256}, {384, 128}, {512, 96}, {640, 64}, {256, 192}};

    /** Most cells are background: they count less. */
    private static final float[] WEIGHTS = {0.5f, 1.5f, 1.5f};

    private final PageScene scene;
    private final int pages;

    /** @param mnist whose digits are written */
    public InkTask(LabelledDigits mnist) {
        this(mnist, BATCH);
    }

    /** A task of that many pages a batch. */
    InkTask(LabelledDigits mnist, int pages) {
        this.scene = new PageScene(mnist);
        this.pages = pages;
    }

    @Override
    public String network() {
        return "ink";
    }

    @Override
    public Block block() {
        return InkNetwork.block();
    }

    @Override
    public int inputHeight() {
        return 0;
    }

    /** What it says decides where lines are cut: rounded, it reads two pictures in a thousand fewer. */
    @Override
    public boolean withEightBits() {
        return false;
    }

    @Override
    public List<String> classes() {
        return List.of("background", "numbers", "other handwriting");
    }

    @Override
    public int picturesAtOnce() {
        return pages * SIZES.length;
    }

    @Override
    public int epochs() {
        return 60;
    }

    @Override
    public int drawsAnEpoch() {
        return 12;
    }

    @Override
    public double valueWeight() {
        return 1;
    }

    @Override
    public List<SceneBatch> batches(Random random) {
        var batches = new ArrayList<SceneBatch>();
        for (int[] size : SIZES) {
            batches.add(batch(size[0], size[1], random));
        }
        return batches;
    }

    private SceneBatch batch(int width, int height, Random random) {
        int columns = width / InkNetwork.STRIDE;
        int rows = height / InkNetwork.STRIDE;
        int cells = columns * rows;
        var input = new float[pages * width * height];
        var classes = new float[pages * InkNetwork.CLASSES * cells];
        var heights = new float[pages * cells];
        Arrays.fill(heights, Float.NaN);
        for (int i = 0; i < pages; i++) {
            var page = scene.draw(width, height, new Random(random.nextLong()));
            Standardised.into(page.picture(), input, i * width * height, width);
            for (int cell = 0; cell < cells; cell++) {
                int kind = page.kinds()[cell];
                if (kind >= 0) {
                    classes[(i * InkNetwork.CLASSES + kind) * cells + cell] = WEIGHTS[kind];
                }
            }
            System.arraycopy(page.heights(), 0, heights, i * cells, cells);
        }
        return new SceneBatch(
                input,
                new Shape(pages, 1, height, width),
                classes,
                heights,
                new Shape(pages, InkNetwork.CLASSES + 1L, rows, columns),
                InkNetwork.CLASSES);
    }

    /** Overlap with the truth (intersection over union) of the rows of numbers and of other handwriting. */
    @Override
    public Map<String, Double> validate(SceneBatch batch, float[] logits) {
        int cells = (int) (batch.outputShape.get(2) * batch.outputShape.get(3));
        var both = new double[InkNetwork.CLASSES];
        var either = new double[InkNetwork.CLASSES];
        for (int i = 0; i < batch.size(); i++) {
            for (int cell = 0; cell < cells; cell++) {
                int truth = -1;
                int said = 0;
                for (int kind = 0; kind < InkNetwork.CLASSES; kind++) {
                    if (batch.classes[(i * InkNetwork.CLASSES + kind) * cells + cell] > 0) {
                        truth = kind;
                    }
                    int channels = InkNetwork.CLASSES + 1;
                    if (logits[(i * channels + kind) * cells + cell] > logits[(i * channels + said) * cells + cell]) {
                        said = kind;
                    }
                }
                if (truth >= 0) {
                    if (truth == said) {
                        both[truth]++;
                        either[truth]++;
                    } else {
                        either[truth]++;
                        either[said]++;
                    }
                }
            }
        }
        return Map.of(OVERLAP, both[1] / Math.max(1, either[1]), "overlapOther", both[2] / Math.max(1, either[2]));
    }

    @Override
    public String mainFigure() {
        return OVERLAP;
    }
}
