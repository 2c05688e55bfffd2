package org.numberreader.decoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.numberreader.Defaults;
import org.numberreader.image.ImageDecoder;
import org.numberreader.image.Picture;
import org.numberreader.image.Polarity;
import org.numberreader.layout.RectifiedLine;
import org.numberreader.layout.TextLine;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.ConvolutionalModel;
import org.numberreader.recognition.DigitFrame;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitScores;
import org.numberreader.recognition.InkModel;
import org.numberreader.recognition.LineModel;
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
    private final InkModel ink = new InkModel(ConvolutionalModel.packaged("ink"));
    private final LineModel line = new LineModel(ConvolutionalModel.packaged("line"));
    private final DigitModel digit = Defaults.model();
    private final LineLocator locator = new LineLocator(ink::map);
    private final NumberReader reader = Defaults.reader(digit);
    private byte[] bytes = {};
    private Picture decoded;
    private List<TextLine> located = List.of();
    private List<RectifiedLine> cuts = List.of();
    private List<ColumnScores> scores = List.of();
    private List<LookedAt> lines = List.of();

    @Setup
    public void prepare() throws IOException {
        bytes = Files.readAllBytes(Path.of(picture));
        decoded = decode();
        located = locate();
        cuts = cut();
        scores = recognise();
        lines = search();
    }

    @TearDown
    public void close() {
        ink.close();
        line.close();
        digit.close();
    }

    @Benchmark
    public Picture decode() {
        return decoder.decode(bytes, Polarity.AUTO);
    }

    /** The handwriting map, finer where it has to be, and its lines. */
    @Benchmark
    public List<TextLine> locate() {
        return locator.locate(decoded.gray()).lines();
    }

    /** Every line once, as a line in no doubt is. */
    @Benchmark
    public List<RectifiedLine> cut() {
        return NumberReader.cuts(
                decoded.gray(), NumberReader.textLines(decoded.gray(), located), NumberReader.EXTENT);
    }

    @Benchmark
    public List<ColumnScores> recognise() {
        return line.score(cuts.stream().map(RectifiedLine::image).toList());
    }

    /** The likeliest text of each cut. */
    @Benchmark
    public List<LookedAt> search() {
        return IntStream.range(0, cuts.size())
                .mapToObj(i -> LookedAt.of(List.of(Look.of(cuts.get(i), scores.get(i), decoded.gray()))))
                .toList();
    }

    /** The digit network on all digits, framed. */
    @Benchmark
    public List<DigitScores> classify() {
        var frames = new ArrayList<DigitFrame>();
        for (var one : lines) {
            for (var number : LineText.of(one, Expectation.ANY).numbers()) {
                number.digits().forEach(found -> frames.add(one.best().frame(found)));
            }
        }
        return digit.score(frames);
    }

    @Benchmark
    public Reading all() {
        return reader.read(decode(), Expectation.ANY);
    }
}
