package org.numberreader.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.numberreader.image.GrayImage;

/** The line recogniser with its weights. */
public final class LineModel implements LineRecognizer, AutoCloseable {
    /** A line in a batch is at most this much narrower than the widest: the rest is work for nothing. */
    private static final double NARROWEST = 0.7;

    /** Lines of a page in one batch, which bounds the memory. */
    private static final int LARGEST_BATCH = 16;

    private final ConvolutionalModel model;

    public LineModel(ConvolutionalModel model) {
        this.model = model;
    }

    @Override
    public List<ColumnScores> score(List<GrayImage> lines) {
        var scores = new ArrayList<ColumnScores>(Collections.nCopies(lines.size(), null));
        int[] order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -lines.get(i).width()))
                .mapToInt(Integer::intValue)
                .toArray();
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            double least = NARROWEST * lines.get(order[start]).width();
            while (end < order.length
                    && end - start < LARGEST_BATCH
                    && lines.get(order[end]).width() >= least) {
                end++;
            }
            var batch = IntStream.range(start, end)
                    .mapToObj(i -> lines.get(order[i]))
                    .toList();
            var rasters = model.run(batch, LineNetwork.STRIDE);
            for (int i = start; i < end; i++) {
                scores.set(order[i], new ColumnScores(rasters.get(i - start)));
            }
            start = end;
        }
        return scores;
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
