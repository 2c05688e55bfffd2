package org.numberreader.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
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
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.DigitNetwork;
import org.numberreader.recognition.ModelCard;
import org.numberreader.recognition.ModelEngine;

/** A model folder in the making: written beside its place and moved there whole, so that no half model is ever seen. */
final class ModelFolder implements AutoCloseable {
    private static final String NAME = "weights";
    private static final String WEIGHTS = ModelEngine.PY_TORCH.weights();

    private final Path out;
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
            throw new FileAlreadyExistsException(out + " holds something other than a model");
        }
        Path parent = Files.createDirectories(this.out.resolveSibling("."));
        this.making = Files.createTempDirectory(parent, this.out.getFileName() + ".part-");
    }

    /** What a model card says of how its weights came to be. */
    record Evidence(
            DigitNetwork network,
            TrainingRecipe recipe,
            long seed,
            String dataSha256,
            int epoch,
            Logits validation,
            Logits test) {}

    /** Writes the weights, over those of an earlier epoch. */
    void keep(Model model) throws IOException {
        model.save(making, NAME);
        Files.move(making.resolve(NAME + "-0000.params"), making.resolve(WEIGHTS), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives a model the weights that were kept last. */
    void restore(Model model) throws IOException {
        try (InputStream in = Files.newInputStream(making.resolve(WEIGHTS))) {
            model.load(in);
        } catch (MalformedModelException e) {
            throw new IOException("the kept weights do not fit", e);
        }
    }

    /** Writes the card and the network as ONNX, and moves the folder to its place. */
    void finish(Evidence evidence) throws IOException {
        byte[] weights = Files.readAllBytes(making.resolve(WEIGHTS));
        write(card(evidence, DigitModel.sha256(weights)), making);
        ModelExport.export(making);
        Path old = making.resolveSibling(making.getFileName() + ".old");
        if (Files.exists(out)) {
            Files.move(out, old);
        }
        Files.move(making, out);
        delete(old);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        delete(making);
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
                evidence.recipe().described(),
                evidence.seed(),
                evidence.dataSha256(),
                evidence.epoch(),
                evidence.validation().accuracy(),
                evidence.test().accuracy(),
                evidence.validation().bestTemperature(),
                sha256,
                null);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
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
}
