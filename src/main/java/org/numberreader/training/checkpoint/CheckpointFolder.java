package org.numberreader.training.checkpoint;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.nn.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder with what a training needs to go on after its last finished epoch: {@code epoch-N} holds weights, their
 * average, the best epoch's, the optimiser's moments and the state. It is written beside its place and moved there, so
 * that a training killed at any moment leaves a whole one. {@value #HISTORY} is for people, and stays.
 */
public final class CheckpointFolder {
    private static final String HISTORY = "history.json";
    private static final Pattern EPOCH = Pattern.compile("epoch-\\d+");
    private static final Pattern EPOCH_OR_PART = Pattern.compile("epoch-\\d+(\\.part)?");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The networks of a training and their optimiser. */
    public record Trained(Model model, Model averaged, ResumableAdamW optimiser) {}

    /**
     * How far the training is that goes on here.
     *
     * @param begun the training that is wanted, at its beginning
     * @throws IOException if another one is unfinished here, or one is and may not go on
     */
    public TrainingState state(TrainingState begun, boolean resume) throws IOException {
        Optional<Path> last = last();
        if (last.isEmpty()) {
            return begun;
        }
        if (!resume) {
            throw new FileAlreadyExistsException(
                    folder + " contains an unfinished training. Use --resume, or remove the folder.");
        }
        var state = JSON.readValue(last.get().resolve("state.json").toFile(), TrainingState.class);
        if (!state.isOfTheSameTraining(asRead(begun))) {
            throw new FileAlreadyExistsException(
                    folder
                            + " contains the training of another network, recipe, seed or data set. Remove it, or choose another --out.");
        }
        return state;
    }

    /** Gives both networks the weights of the last epoch; nothing where there is none. */
    public void restore(Model model, Model averaged) throws IOException {
        Optional<Path> last = last();
        if (last.isPresent()) {
            read(model, last.get().resolve("weights.params"));
            read(averaged, last.get().resolve("average.params"));
        }
    }

    /** Gives the optimiser the moments of the last epoch. The model's parameters have to be initialised. */
    public void restore(Model model, ResumableAdamW optimiser) throws IOException {
        Optional<Path> last = last();
        if (last.isPresent()) {
            try (InputStream in = Files.newInputStream(last.get().resolve("moments"))) {
                optimiser.restore(trained(model), model.getNDManager(), in);
            }
        }
    }

    /** The best epoch's weights, if an epoch is finished. */
    public Optional<Path> best() throws IOException {
        return last().map(epoch -> epoch.resolve("best.params"));
    }

    /**
     * Writes a checkpoint and then removes the one before.
     *
     * @param best the file with the best epoch's weights
     */
    public void save(TrainingState state, Trained trained, Path best) throws IOException {
        Optional<Path> before = last();
        Path whole = folder.resolve("epoch-" + state.epochs());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        delete(part);
        Files.createDirectories(part);
        write(trained.model, part.resolve("weights.params"));
        write(trained.averaged, part.resolve("average.params"));
        Files.copy(best, part.resolve("best.params"));
        try (var out = Files.newOutputStream(part.resolve("moments"))) {
            trained.optimiser.save(trained(trained.model), out);
        }
        JSON.writeValue(part.resolve("state.json").toFile(), state);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        JSON.writeValue(folder.resolve(HISTORY).toFile(), state.history());
        if (before.isPresent()) {
            delete(before.get());
        }
    }

    /** Removes the checkpoints of a training that is finished, and nothing else. */
    public void clear() throws IOException {
        for (Path checkpoint : entries(EPOCH_OR_PART)) {
            delete(checkpoint);
        }
    }

    /** Writes a network's weights into one file. */
    public static void write(Model model, Path file) throws IOException {
        Path folder = file.resolveSibling(".");
        model.save(folder, "saved");
        Files.move(folder.resolve("saved-0000.params"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives a network the weights in a file. */
    public static void read(Model model, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            model.load(in);
        } catch (MalformedModelException e) {
            throw new IOException("the weights in " + file + " do not fit", e);
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    private Optional<Path> last() throws IOException {
        return entries(EPOCH).stream().max(Comparator.comparingInt(CheckpointFolder::epoch));
    }

    private List<Path> entries(Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry ->
                            name.matcher(String.valueOf(entry.getFileName())).matches())
                    .toList();
        }
    }

    private static int epoch(Path checkpoint) {
        return Integer.parseInt(String.valueOf(checkpoint.getFileName()).substring("epoch-".length()));
    }

    /** As it is after writing and reading: numbers in a recipe may have another type then. */
    private static TrainingState asRead(TrainingState state) throws IOException {
        return JSON.treeToValue(JSON.<JsonNode>valueToTree(state), TrainingState.class);
    }

    private static List<String> trained(Model model) {
        return model.getBlock().getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .map(Parameter::getId)
                .toList();
    }
}
