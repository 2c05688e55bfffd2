package org.numberreader.training.strings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A picture's file, and what is written on the picture. */
public record LabelledPicture(Path file, Truth truth) {
    /** A line for each picture: its file's name, a tab, what is written. */
    private static final String LABELS = "labels.tsv";

    /**
     * The pictures directly in a folder: those of its {@value #LABELS}, with their signs, or else those whose names up to
     * the last dash are the truth, by name.
     *
     * @throws IOException if a line of {@value #LABELS} has no tab, too
     */
    public static List<LabelledPicture> in(Path folder) throws IOException {
        var labels = folder.resolve(LABELS);
        var pictures = new ArrayList<LabelledPicture>();
        if (!Files.exists(labels)) {
            for (var file : StringScore.pictures(folder)) {
                pictures.add(new LabelledPicture(file, Truth.named(truth(file))));
            }
            return pictures;
        }
        for (var line : Files.readAllLines(labels)) {
            if (line.isEmpty()) {
                continue;
            }
            var cells = line.split("\t", -1);
            if (cells.length < 2) {
                throw new IOException(labels + " has a line without a tab: " + line);
            }
            pictures.add(new LabelledPicture(folder.resolve(cells[0]), Truth.written(cells[1])));
        }
        return pictures;
    }

    /** The name without its ending, up to its last dash. */
    static String truth(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.substring(0, name.lastIndexOf('.'));
        int dash = stem.lastIndexOf('-');
        return dash < 0 ? stem : stem.substring(0, dash);
    }
}
