package org.numberreader.training;

import ai.djl.Model;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.ModelCard;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.training.checkpoint.CheckpointFolder;

/**
 * A model folder in the making: written beside its place, in {@code <folder>.training} with the checkpoints, and moved to
 * it whole, so that no half model is ever seen.
 */
final class ModelFolder implements AutoCloseable {
    private final Path out;
    private final Path training;
    private final Path making;

    /**
     * Begins a folder.
     *
     * @param out where it is to be in the end; what is there now goes only then, and only if it is a model
     * @throws IOException if something else is there, or nothing can be written beside it
     */
    ModelFolder(Path out) throws IOException {
        this.out = out.toAbsolutePath().normalize();
        if (Files.exists(this.out) && !isEmpty(this.out) && !Files.exists(this.out.resolve(DigitModel.CARD))) {
            throw new FileAlreadyExistsException(out + " is not a model folder. Choose a new folder.");
        }
        this.training = beside(this.out);
        this.making = training.resolve("model.part");
        CheckpointFolder.delete(making);
        Files.createDirectories(making);
        var best = checkpoints().best();
        if (best.isPresent()) {
            Files.copy(best.get(), weights());
        }
    }

    /** What a model card says of how its weights came to be. */
    record Evidence(
            DigitNetwork network,
            Map<String, Object> recipe,
            long seed,
            String dataSha256,
            int epoch,
            Logits validation,
            Logits test) {}

    /** The folder for the checkpoints of a training that is to end in a model folder. */
    static Path beside(Path out) {
        Path whole = out.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".training");
    }

    /** What the training goes on from if it is interrupted. */
    CheckpointFolder checkpoints() {
        return new CheckpointFolder(training);
    }

    /** The weights that were kept last. */
    Path weights() {
        return making.resolve(ModelEngine.PY_TORCH.weights());
    }

    /** Writes the weights, over those of an earlier epoch. */
    void keep(Model model) throws IOException {
        CheckpointFolder.write(model, weights());
    }

    /** Gives a model the weights that were kept last. */
    void restore(Model model) throws IOException {
        CheckpointFolder.read(model, weights());
    }

    /** Writes the card and the network as ONNX, moves the folder to its place, and removes the checkpoints. */
    void finish(Evidence evidence) throws IOException {
        byte[] weights = Files.readAllBytes(weights());
        write(card(evidence, DigitModel.sha256(weights)), making);
        ModelExport.export(making);
        Path old = training.resolve("model.old");
        CheckpointFolder.delete(old);
        if (Files.exists(out)) {
            Files.move(out, old);
        }
        Files.move(making, out);
        CheckpointFolder.delete(old);
        checkpoints().clear();
    }

    /** Removes what was not finished, but for the checkpoint. */
    @Override
    public void close() throws IOException {
        CheckpointFolder.delete(making);
        if (isEmpty(training)) {
            Files.delete(training);
        }
    }

    /** Writes a card into a model folder. */
    static void write(ModelCard card, Path folder) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve(DigitModel.CARD).toFile(), card);
    }

    private ModelCard card(Evidence evidence, String sha256) {
        DigitNetwork network = evidence.network();
        return new ModelCard(
                String.valueOf(out.getFileName()),
                "1",
                network.id(),
                network.classes(),
                network.parameters(),
                "pixel / 255, 0 is paper, 1 is ink",
                evidence.recipe(),
                evidence.seed(),
                evidence.dataSha256(),
                evidence.epoch(),
                evidence.validation().accuracy(),
                evidence.test().accuracy(),
                evidence.validation().calibratedTemperature(),
                sha256,
                null);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
