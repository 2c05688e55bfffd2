package org.numberreader.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.numberreader.cli.output.Bars;
import org.numberreader.decoding.ConfidenceFeatures;
import org.numberreader.decoding.LogisticModel;
import org.numberreader.training.strings.ConfidenceExam;
import org.numberreader.training.strings.FittedConfidence;
import org.numberreader.training.strings.LabelledPicture;

/** Fits the confidence on folders of labelled pictures, with a bar for the reading. */
final class ConfidenceFitting {
    private final ConfidenceExam exam;
    private final int jobs;

    ConfidenceFitting(ConfidenceExam exam, int jobs) {
        this.exam = exam;
        this.jobs = jobs;
    }

    /**
     * Reads all pictures and fits.
     *
     * @param roots folders, or folders of folders; a folder's name is the kind of its pictures
     * @throws IllegalArgumentException if numbers of fewer than two kinds were read
     */
    FittedConfidence fit(List<Path> roots, double ridge) throws IOException {
        var tasks = new ArrayList<Task>();
        for (var root : roots) {
            for (var folder : EvaluateCommand.folders(root)) {
                String kind = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
                LabelledPicture.in(folder).forEach(picture -> tasks.add(new Task(kind, picture)));
            }
        }
        long kinds = tasks.stream().map(Task::kind).distinct().count();
        if (kinds < 2) {
            throw new IllegalArgumentException(
                    "--fit-confidence needs at least two folders of pictures, because each is judged by a fit on the others."
                            + " Found: " + kinds + ".");
        }
        var answers = new ArrayList<ConfidenceExam.Answer>();
        try (var bar = Bars.bar("pictures", "pictures", tasks.size());
                var crew = new Crew(jobs)) {
            crew.each(tasks, task -> exam.answer(task.kind, task.picture), answer -> {
                answers.add(answer);
                bar.step();
            });
        }
        return FittedConfidence.of(ConfidenceFeatures.ALL, answers, ridge);
    }

    private record Task(String kind, LabelledPicture picture) {}

    /** Writes a model as it is packaged. */
    static void write(LogisticModel model, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling("."));
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(model) + "\n");
    }
}
