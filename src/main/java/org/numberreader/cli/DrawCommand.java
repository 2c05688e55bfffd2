package org.numberreader.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.numberreader.image.PictureWriter;
import org.numberreader.training.scene.SamplePages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws labelled pictures to measure with. */
@Command(
        name = "draw",
        description = {
            "Draws labelled pictures of handwritten numbers, for evaluate --pictures: one folder for each kind.",
            "A picture is named <truth>-<id>.png: several numbers are joined by '_', and the truth is empty where there is no"
                    + " number. The same seed draws the same pictures."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:drawn", "1:not drawn", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {"  number-reader draw --out drawn --seed 1", "  number-reader evaluate --pictures drawn --digits"})
final class DrawCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder to write, new or empty")
    private Path out = Path.of("drawn");

    @Option(names = "--seed", paramLabel = "N", required = true, description = "seed of the random numbers")
    private long seed;

    @Option(names = "--count", paramLabel = "N", description = "pictures of each kind (default: 12)")
    private int count = 12;

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be at least 1");
        }
        Files.createDirectories(out);
        try (var entries = Files.list(out)) {
            if (entries.findAny().isPresent()) {
                throw new FileAlreadyExistsException(out + " is not empty. Choose a new folder.");
            }
        }
        var pages = new SamplePages();
        for (var kind : pages.kinds()) {
            draw(pages, kind, Files.createDirectories(out.resolve(kind)));
        }
        spec.commandLine().getOut().println("drew " + count * pages.kinds().size() + " pictures to " + out);
        return 0;
    }

    private void draw(SamplePages pages, String kind, Path folder) throws IOException {
        for (int number = 1; number <= count; number++) {
            var sample = pages.draw(kind, number, seed);
            String name = String.format(Locale.ROOT, "%s-%02d.png", sample.truth(), number);
            Files.write(folder.resolve(name), PictureWriter.png(sample.picture()));
        }
    }
}
