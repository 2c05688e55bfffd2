package org.numberreader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numberreader.recognition.DigitModel;
import org.numberreader.training.StringScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a model or the whole reader. */
@Command(name = "evaluate", description = "Measures a model or the whole reader.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", defaultValue = "base")
    private String model = "base";

    @Option(names = "--pictures")
    private @Nullable Path pictures;

    @Option(names = "--digits")
    private boolean digits;

    @Option(names = "--tell-length")
    private boolean tellLength;

    @Option(names = "--wrong")
    private @Nullable Path wrong;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var wiring = new Wiring();
        var lines = new ArrayList<String>();
        try (var classifier = model.contains("/") ? DigitModel.from(Path.of(model)) : DigitModel.packaged(model)) {
            var reader = wiring.reader(classifier);
            long right = 0, n = 0, sure = 0, sureRight = 0;
            for (var folder : folders(pictures)) {
                var score = StringScore.of(reader, wiring.decoder(), folder, digits, tellLength);
                out.println(String.format(
                        Locale.ROOT,
                        "%-16s %4d right %4d %5.1f%% wrong %3d unread %3d",
                        score.folder(),
                        score.answers().size(),
                        score.right(),
                        100.0 * score.right() / score.answers().size(),
                        score.wrong(),
                        score.unread()));
                right += score.right();
                n += score.answers().size();
                for (var a : score.answers()) {
                    if (a.certain()) {
                        sure++;
                        if (a.isRight()) sureRight++;
                    }
                    if (!a.isRight())
                        lines.add(a.picture() + "\t" + a.truth() + "\t" + a.read() + "\t" + a.confidence());
                }
            }
            out.println(String.format(
                    Locale.ROOT,
                    "all %d right %d %.1f%%  certain %d right %d",
                    n,
                    right,
                    100.0 * right / n,
                    sure,
                    sureRight));
            out.flush();
        }
        if (wrong != null) Files.write(wrong, lines);
        return 0;
    }

    private static List<Path> folders(@Nullable Path root) throws IOException {
        if (root == null) return List.of();
        try (var files = Files.list(root)) {
            var l = files.filter(Files::isDirectory).sorted().toList();
            return l.isEmpty() ? List.of(root) : l;
        }
    }
}
