package org.numberreader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.numberreader.Defaults;
import org.numberreader.decoding.Expectation;
import org.numberreader.decoding.UprightReader;
import org.numberreader.document.PageSelection;

/** A program that only reads the pictures of a folder, on two threads: what the command is compared with. */
final class ReaderAlone {
    private ReaderAlone() {}

    public static void main(String... folder) throws IOException {
        try (var model = Defaults.model();
                var crew = new Crew(2)) {
            var inputs = new Inputs(
                    Defaults.documents(), PageSelection.ALL, Defaults.limits().maxBytes());
            var reader = new FileReader(new UprightReader(Defaults.reader(model)), inputs, Expectation.ANY, null);
            var files = PictureFiles.under(List.of(Path.of(folder[0]))).keySet();
            crew.each(files, reader::read, reading -> {});
        }
    }
}
