package org.numberreader.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.numberreader.cli.output.FileReading;
import org.numberreader.cli.output.Format;
import org.numberreader.cli.output.ReadingOutput;
import org.numberreader.cli.output.RowsBar;
import org.numberreader.cli.output.Unfinished;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.Method;
import org.numberreader.decoding.Signs;
import org.numberreader.decoding.UprightReader;
import org.numberreader.document.PageSelection;
import org.numberreader.image.Turn;
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
            "Reads the numbers in pictures (JPEG, PNG, WebP, BMP, GIF) and documents (PDF, TIFF) and prints them.",
            "A picture that cannot be read gets a row with its problem; the others are still read."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all pictures were read", "1:some could not be read, or not written", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  number-reader read photo.jpg",
            "  curl -s https://example.com/photo.jpg | number-reader read -",
            "  number-reader read --format csv scans > numbers.csv",
            "  number-reader read --format jsonl --digits 6 forms",
            "  number-reader read --format csv --out numbers.csv --resume scans",
            "  number-reader read --annotate marked scans",
            "  number-reader read --tables marks scans",
            "  number-reader read --pages 1-3,7 form.pdf",
            "  number-reader read --format jsonl --shard 2/3 --out 2.jsonl scans"
        })
final class ReadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "files, and folders with all that is in them; - is a picture on standard input")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, csv (a row for each number, and for handwriting that is in none), json (one list) or jsonl"
                            + " (a line for each picture) (default: text)")
    private Format format = Format.TEXT;

    @Option(
            names = "--digits",
            paramLabel = "N|N-M",
            description = "how many digits each number has, as 6 or 2-8; 1 reads each picture as one digit")
    private @Nullable String digits;

    @Option(
            names = "--signs",
            paramLabel = "SIGNS",
            description =
                    "which signs are read beside the digits: all, or digits where there are digits only (default: all)")
    private Signs signs = Signs.ALL;

    @Option(
            names = "--pages",
            paramLabel = "PAGES",
            description = "which pages of each PDF and TIFF are read, as 1-3,7 (default: all)")
    private @Nullable String pages;

    @Option(
            names = "--rotation",
            paramLabel = "DEGREES",
            description =
                    "how far each page is turned clockwise: 0, 90, 180 or 270, or auto, which turns it if it reads better"
                            + " turned (default: auto)")
    private String rotation = "auto";

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "how pictures are read: learned, or classical, the textbook method (default: learned)")
    private Method method = Method.LEARNED;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "a packaged model's name, or the path of a model folder (default: the one that serves)")
    private @Nullable String model;

    @Option(names = "--jobs", paramLabel = "N", description = "how many pictures at once (default: the cores)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FILE", description = "where to write (default: standard output)")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            description = "continues the --out (csv or jsonl) of an earlier run; pictures in it are not read again")
    private boolean resume;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "reads only part I of N, chosen by the pictures' names, so that N machines share a folder; job/N in"
                            + " the pods of a Kubernetes Indexed Job")
    private @Nullable String shard;

    @Option(
            names = "--annotate",
            paramLabel = "DIR",
            description =
                    "writes each picture with its numbers drawn on it to this folder, as PNG; subfolders are kept")
    private @Nullable Path annotate;

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description =
                    "writes the tables of each picture to this folder, as CSV with a line for each row; without a table, a"
                            + " line for each line of numbers; subfolders are kept")
    private @Nullable Path tables;

    @Override
    public Integer call() throws IOException {
        var asked = new Asked(expected(), selection(), turn());
        Shard part = part();
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs must be at least 1");
        }
        Path folder = out == null ? null : out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        var done = done();
        var found = PictureFiles.under(paths);
        if (found.isEmpty()) {
            String folders = paths.stream().map(FileNames::of).collect(Collectors.joining(", "));
            spec.commandLine().getErr().println("read: No pictures were found in " + folders + ".");
        }
        var drawn = drawn(found.keySet());
        var files = found.entrySet().stream()
                .filter(file -> part.has(FileNames.of(file.getValue()).replace(File.separatorChar, '/')))
                .map(Map.Entry::getKey)
                .filter(file -> !drawn.contains(file))
                .filter(file -> !done.pictures().contains(FileNames.of(file)))
                .toList();
        if (out == null) {
            return read(files, asked, spec.commandLine().getOut(), false);
        }
        boolean begun = resume && Files.exists(out) && Files.size(out) > 0;
        var mode = resume ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (var writer = new PrintWriter(
                Files.newBufferedWriter(out, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode))) {
            return Math.max(read(files, asked, writer, begun), done.problems() == 0 ? 0 : 1);
        }
    }

    /** Those that an earlier run drew: the folder for them may lie in one that is read, or hold what is read. */
    private Set<Path> drawn(Set<Path> found) {
        if (annotate == null) {
            return Set.of();
        }
        Path folder = whole(annotate);
        var targets =
                found.stream().map(file -> AnnotatedFiles.target(folder, file)).collect(Collectors.toSet());
        var askedFor = paths.stream()
                .map(ReadCommand::whole)
                .filter(path -> path.startsWith(folder))
                .toList();
        return found.stream()
                .filter(file -> whole(file).startsWith(folder))
                .filter(file -> targets.contains(AnnotatedFiles.ofAllPages(whole(file)))
                        || targets.contains(whole(file))
                        || askedFor.stream().noneMatch(whole(file)::startsWith))
                .collect(Collectors.toSet());
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private @Nullable Turn turn() {
        try {
            return Turn.parse(rotation);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--rotation: " + e.getMessage(), e);
        }
    }

    /** What is read of each file. */
    private record Asked(
            Expectation expected,
            PageSelection pages,
            @Nullable Turn turn) {}

    private int read(List<Path> files, Asked asked, PrintWriter writer, boolean begun) {
        var output = new ReadingOutput(writer, format);
        var wiring = new Wiring();
        try (var loaded = wiring.model(method, model, null);
                var crew = new Crew(jobs);
                var bar = new RowsBar("reading", "pictures", files.size())) {
            var inputs = new Inputs(
                    wiring.documents(), asked.pages(), wiring.limits().maxBytes());
            var reader = new FileReader(
                    new UprightReader(wiring.reader(method, loaded)), inputs, asked.expected(), asked.turn());
            if (!begun) {
                output.begin();
            }
            crew.each(files, work(reader), reading -> bar.step(() -> output.write(reading)));
            output.end();
        }
        return output.problems() == 0 ? 0 : 1;
    }

    private Function<Path, FileReading> work(FileReader reader) {
        Function<Path, FileReading> read = reader::read;
        if (tables != null) {
            var written = new TableFiles(tables);
            read = file -> written.write(file, reader.read(file));
        }
        if (annotate == null) {
            return read;
        }
        var annotated = new AnnotatedFiles(reader.inputs(), annotate);
        var before = read;
        return file -> annotated.write(file, before.apply(file));
    }

    /** The pictures that an earlier run has read. */
    private Unfinished.Found done() throws IOException {
        if (!resume) {
            return Unfinished.Found.NOTHING;
        }
        if (out == null || (format != Format.CSV && format != Format.JSONL)) {
            throw new ParameterException(spec.commandLine(), "--resume requires --out, and --format csv or jsonl");
        }
        if (paths.contains(Inputs.STANDARD)) {
            throw new ParameterException(spec.commandLine(), "--resume cannot be combined with -, standard input");
        }
        return Unfinished.in(out, format);
    }

    private Shard part() {
        try {
            return shard == null ? Shard.WHOLE : Shard.parse(shard, System.getenv());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--shard: " + e.getMessage(), e);
        }
    }

    private PageSelection selection() {
        try {
            return pages == null ? PageSelection.ALL : PageSelection.parse(pages);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--pages: " + e.getMessage(), e);
        }
    }

    private Expectation expected() {
        if (digits == null) {
            return Expectation.ANY.with(signs);
        }
        try {
            return Expectation.digits(digits, Expectation.ANY.alternatives()).with(signs);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--digits: " + e.getMessage(), e);
        }
    }
}
