package org.numberreader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.Bars;
import org.numberreader.cli.output.Format;
import org.numberreader.cli.output.ReadingOutput;
import org.numberreader.number.Expectation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads pictures in files and folders. */
@Command(
        name = "read",
        description = {
            "Reads the numbers in pictures (JPEG, PNG, WebP, BMP) and prints them.",
            "A picture that can not be read gets a row with its problem, and the others are still read."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all pictures were read", "1:some could not be read", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  number-reader read photo.jpg",
            "  number-reader read --format csv scans > numbers.csv",
            "  number-reader read --format jsonl --digits 6 forms"
        })
final class ReadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, and folders with all that is in them")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, csv (a row for each number), json (one list) or jsonl (a line for each picture)"
                    + " (default: text)")
    private Format format = Format.TEXT;

    @Option(
            names = "--digits",
            paramLabel = "N|N-M",
            description = "how many digits each number has, as 6 or 2-8; 1 reads each picture as one digit")
    private @Nullable String digits;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "a packaged model's name, or the path of a model folder (default: the one that serves)")
    private @Nullable String model;

    @Option(names = "--jobs", paramLabel = "N", description = "how many pictures at once (default: the cores)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        Expectation expected = expected();
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs is at least 1");
        }
        var files = PictureFiles.under(paths);
        var output = new ReadingOutput(spec.commandLine().getOut(), format);
        var wiring = new Wiring();
        try (var loaded = wiring.model(model, null);
                var crew = new Crew(jobs);
                var bar = Bars.bar("reading", "pictures", files.size())) {
            var reader = new FileReader(wiring.reader(loaded), wiring.decoder(), wiring.limits(), expected);
            output.begin();
            crew.each(files, reader::read, reading -> {
                output.write(reading);
                bar.step();
            });
            output.end();
        }
        return output.problems() == 0 ? 0 : 1;
    }

    private Expectation expected() {
        if (digits == null) {
            return Expectation.ANY;
        }
        try {
            return Expectation.digits(digits, Expectation.ANY.alternatives());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--digits: " + e.getMessage(), e);
        }
    }
}
