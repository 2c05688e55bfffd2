package org.numberreader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.Bars;
import org.numberreader.cli.output.ConfidenceReport;
import org.numberreader.cli.output.ModelReport;
import org.numberreader.cli.output.PicturesReport;
import org.numberreader.cli.output.Report;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Method;
import org.numberreader.decoding.UprightReader;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.report.ModelPage;
import org.numberreader.training.report.PicturesPage;
import org.numberreader.training.strings.ConfidenceExam;
import org.numberreader.training.strings.StringAnswer;
import org.numberreader.training.strings.StringExam;
import org.numberreader.training.strings.StringScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a model on MNIST's test pictures, or the whole reader on labelled pictures; fits the confidence on such. */
@Command(
        name = "evaluate",
        description = {
            "Measures a model on MNIST's 10,000 test pictures or, with --pictures, the whole reader on labelled pictures.",
            "--report adds a page with charts and the worst pictures; --json has every figure of it.",
            "A labelled picture is named <truth>-<id>.<ending>: several lines' numbers are joined by '_', and the truth"
                    + " is empty where there is no number. Each folder in DIR is one way of writing.",
            "--fit-confidence fits the weights of the numbers' confidence on labelled pictures instead. Each folder is judged"
                    + " by a fit on the others. In a folder with labels.tsv (file, tab, text) the text there is the truth,"
                    + " signs included; elsewhere the digits alone have to be right. --out writes the model that replaces"
                    + " src/main/resources/models/line/confidence.json. What is read depends a little on the confidence"
                    + " that is packaged: fit again after replacing a very different one."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:not measured", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  number-reader evaluate --model base --mnist ~/mnist --json",
            "  number-reader evaluate --mnist ~/mnist --corruptions --report model.html",
            "  number-reader evaluate --mnist ~/mnist --no-digits ~/letters",
            "  number-reader evaluate --pictures ~/labelled --digits --report misread.html",
            "  number-reader evaluate --pictures ~/labelled --method classical",
            "  number-reader evaluate --fit-confidence ~/labelled --out confidence.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final double RIDGE = 1;

    /** The share of the certain numbers that should be right. */
    private static final double WANTED = 0.985;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "a packaged model's name, or the path of a model folder (default: the one that serves)")
    private @Nullable String model;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "what runs the model: OnnxRuntime or PyTorch (default: the one that serves)")
    private @Nullable ModelEngine engine;

    @Option(
            names = "--mnist",
            paramLabel = "DIR",
            description = "folder with MNIST's idx files, gzipped or not (default: fetched by DJL)")
    private @Nullable Path mnist;

    @Option(
            names = "--corruptions",
            description = "with MNIST: also scores every test picture corrupted in ten ways and five strengths")
    private boolean corruptions;

    @Option(
            names = "--no-digits",
            paramLabel = "DIR",
            description = "with MNIST: folder of pictures that do not show digits and should be refused")
    private @Nullable Path noDigits;

    @Option(names = "--report", paramLabel = "FILE", description = "also writes a page (HTML) with charts and pictures")
    private @Nullable Path report;

    @Option(names = "--pictures", paramLabel = "DIR", description = "folder of labelled pictures, or of such folders")
    private @Nullable Path pictures;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description =
                    "with --pictures: how pictures are read: learned, or classical, the textbook method (default: learned)")
    private Method method = Method.LEARNED;

    @Option(names = "--digits", description = "with --pictures: compares all digits of a picture as one number")
    private boolean digits;

    @Option(
            names = "--tell-length",
            description = "with --pictures: the reader is told the length of pictures with one number")
    private boolean tellLength;

    @Option(
            names = "--wrong",
            paramLabel = "FILE",
            description = "with --pictures: writes picture, truth, answer and confidence of all that is not right")
    private @Nullable Path wrong;

    @Option(
            names = "--fit-confidence",
            paramLabel = "DIR",
            description = "folder of labelled pictures, or of such folders, to fit the confidence on; can be repeated")
    private List<Path> labelled = new ArrayList<>();

    @Option(
            names = "--ridge",
            paramLabel = "X",
            description = "with --fit-confidence: weight of the ridge penalty (default: 1.0)")
    private @Nullable Double ridge;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "with --fit-confidence: writes the fitted confidence (JSON)")
    private @Nullable Path out;

    @Option(names = "--jobs", paramLabel = "N", description = "with pictures: how many at once (default: the cores)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        checkFitting();
        if (mnist != null && pictures != null) {
            throw new ParameterException(spec.commandLine(), "--mnist and --pictures cannot be combined");
        }
        if (pictures == null && (digits || tellLength || wrong != null || method != Method.LEARNED)) {
            throw new ParameterException(
                    spec.commandLine(), "--digits, --tell-length, --wrong and --method require --pictures");
        }
        if ((pictures != null || !labelled.isEmpty()) && (corruptions || noDigits != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--corruptions and --no-digits cannot be combined with --pictures or --fit-confidence");
        }
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs must be at least 1");
        }
        var wiring = new Wiring();
        try (var loaded = wiring.model(method, model, engine)) {
            if (!labelled.isEmpty()) {
                fit(wiring, loaded);
            } else if (pictures == null) {
                measure(wiring, loaded);
            } else {
                var reader = new UprightReader(wiring.reader(method, loaded));
                var exam = new StringExam(reader, wiring.decoder(), digits, tellLength);
                var scores = scores(exam, pictures);
                print(PicturesReport.of(loaded.card(), scores));
                writeWrong(scores);
                if (report != null) {
                    PicturesPage.of(loaded.card(), scores, wiring.decoder()).write(report);
                }
            }
        }
        return 0;
    }

    private void checkFitting() {
        if (labelled.isEmpty() && (ridge != null || out != null)) {
            throw new ParameterException(spec.commandLine(), "--ridge and --out require --fit-confidence");
        }
        if (!labelled.isEmpty() && (mnist != null || pictures != null || report != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--fit-confidence cannot be combined with --mnist, --pictures or --report");
        }
        if (ridge != null && !(ridge > 0 && Double.isFinite(ridge))) {
            throw new ParameterException(spec.commandLine(), "--ridge must be greater than 0");
        }
    }

    private void fit(Wiring wiring, DigitModel loaded) throws IOException {
        var reader = wiring.reader(loaded);
        var exam = new ConfidenceExam(picture -> reader.evidence(picture, Expectation.ANY), wiring.decoder());
        var fitted = new ConfidenceFitting(exam, jobs).fit(labelled, ridge == null ? RIDGE : ridge);
        print(ConfidenceReport.of(fitted, wiring.reading().certain(), WANTED));
        if (out != null) {
            ConfidenceFitting.write(fitted.numbers().model(), out);
        }
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() : report.text());
        out.flush();
    }

    private void measure(Wiring wiring, DigitModel loaded) throws IOException {
        var exam = new ModelExam(loaded, mnist);
        var found = exam.evaluation();
        var robustness = corruptions ? exam.robustness() : null;
        var rejection = noDigits == null ? null : exam.rejection(wiring.reader(loaded), wiring.decoder(), noDigits);
        print(ModelReport.of(loaded.card(), found, robustness, rejection));
        if (report != null) {
            ModelPage.of(loaded.card(), exam.test(), found, robustness, rejection)
                    .write(report);
        }
    }

    private List<StringScore> scores(StringExam exam, Path root) throws IOException {
        var scores = new ArrayList<StringScore>();
        var folders = folders(root);
        long count = 0;
        for (var folder : folders) {
            count += StringScore.pictures(folder).size();
        }
        try (var bar = Bars.bar("pictures", "pictures", count);
                var crew = new Crew(jobs)) {
            for (var folder : folders) {
                scores.add(score(exam, folder, crew, bar));
            }
        }
        return scores.stream().filter(score -> !score.answers().isEmpty()).toList();
    }

    private static StringScore score(StringExam exam, Path folder, Crew crew, ProgressBar bar) throws IOException {
        var answers = new ArrayList<StringAnswer>();
        crew.each(StringScore.pictures(folder), exam::answer, answer -> {
            answers.add(answer);
            bar.step();
        });
        return new StringScore(String.valueOf(folder.getFileName()), answers);
    }

    /** The folders in a folder; the folder itself if it has none. */
    static List<Path> folders(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        try (var entries = Files.list(root)) {
            var folders = entries.filter(Files::isDirectory).sorted().toList();
            return folders.isEmpty() ? List.of(root) : folders;
        }
    }

    private void writeWrong(List<StringScore> scores) throws IOException {
        if (wrong != null) {
            Files.write(wrong, PicturesReport.wrong(scores));
        }
    }
}
