package org.numberreader.decoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.numberreader.Defaults;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.recognition.DigitModel;
import org.numberreader.segmentation.Segmented;
import org.numberreader.segmentation.Segmenter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Each step of a reading on its own, and all of them, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class StepsBenchmark {
    @Param("src/main/resources/META-INF/resources/samples/1704.png")
    String picture = "";

    private final ImageDecoder decoder = Defaults.decoder();
    private final Segmenter segmenter = Defaults.segmenter();
    private final DigitModel model = Defaults.model();
    private final NumberReader reader = Defaults.reader(model);
    private byte[] bytes = {};
    private Picture decoded;
    private Segmented segmented;
    private Looks looks;

    @Setup
    public void prepare() throws IOException {
        bytes = Files.readAllBytes(Path.of(picture));
        decoded = decode();
        segmented = segment();
        looks = classify();
    }

    @TearDown
    public void close() {
        model.close();
    }

    @Benchmark
    public Picture decode() {
        return decoder.decode(bytes, Polarity.AUTO);
    }

    /** With all that could be cut: a reading cuts the marks alone that are in doubt. */
    @Benchmark
    public Segmented segment() {
        return segmenter.lines(decoded.gray());
    }

    /** All candidates, framed and scored. */
    @Benchmark
    public Looks classify() {
        var all = new Looks(model);
        all.add(segmented.lines());
        return all;
    }

    @Benchmark
    public List<Readings.Ranked> path() {
        var ranked = new ArrayList<Readings.Ranked>();
        for (var line : segmented.lines()) {
            var lattice = Lattice.of(line, looks);
            for (var choices : new PathSearch(lattice, Expectation.ANY).numbers()) {
                int from = choices.get(0).candidate().glyph().from();
                int to = choices.get(choices.size() - 1).candidate().glyph().to();
                ranked.addAll(new Readings(lattice, Expectation.ANY, from, to).best(4));
            }
        }
        return ranked;
    }

    @Benchmark
    public Reading all() {
        return reader.read(decode(), Expectation.ANY);
    }
}
