package org.numberreader.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.numberreader.recognition.DigitModel;
import org.numberreader.recognition.ModelEngine;
import org.numberreader.recognition.NetworkCard;
import org.numberreader.training.onnx.OnnxQuantisation;
import org.numberreader.training.scene.SceneTask;

/** Gives the folder of a network that learnt from scenes the file that is served: the trained one, or one with 8 bits. */
public final class SceneExport {
    private static final String TRAINED = "trained.onnx";

    /** The same scenes for every network. */
    private static final long SEED = 20_261_130L;

    private static final int DRAWS = 3;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SceneExport() {}

    /** The card of a model folder. */
    public static NetworkCard card(Path folder) throws IOException {
        return JSON.readValue(folder.resolve(DigitModel.CARD).toFile(), NetworkCard.class);
    }

    /** The weights as they were trained, with which another training can start: the served ones in a folder that has no others. */
    public static byte[] trained(Path folder) throws IOException {
        var own = folder.resolve(TRAINED);
        return Files.readAllBytes(Files.exists(own) ? own : folder.resolve(ModelEngine.ONNX_RUNTIME.weights()));
    }

    /**
     * Writes the file that is served, and its SHA-256 into the card.
     *
     * @param folder with a card and trained weights
     * @param task draws what tells how large the network's values become
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if the trained weights are not those of the card, or the file does not say the same
     */
    public static void export(Path folder, SceneTask task) throws IOException {
        byte[] trained = trained(folder);
        var card = card(folder);
        String expected = card.trainedSha256() == null ? card.onnxSha256() : card.trainedSha256();
        if (!expected.equals(DigitModel.sha256(trained))) {
            throw new IllegalStateException("the trained weights in " + folder + " are not those of its card");
        }
        write(folder, task, trained, card);
    }

    /**
     * Writes a whole model folder.
     *
     * @param card whose hashes of the weights are filled in
     */
    static void write(Path folder, SceneTask task, byte[] trained, NetworkCard card) throws IOException {
        Files.createDirectories(folder);
        ObjectNode written = JSON.valueToTree(card);
        byte[] served = trained;
        if (task.withEightBits()) {
            served = OnnxQuantisation.of(task.network(), trained, drawn(task), task.inputHeight());
            Files.write(folder.resolve(TRAINED), trained);
            written.put("trainedSha256", DigitModel.sha256(trained));
        } else {
            written.remove("trainedSha256");
        }
        Files.write(folder.resolve(ModelEngine.ONNX_RUNTIME.weights()), served);
        written.put("onnxSha256", DigitModel.sha256(served));
        JSON.writeValue(folder.resolve(DigitModel.CARD).toFile(), written);
        if (!task.withEightBits()) {
            Files.deleteIfExists(folder.resolve(TRAINED));
        }
    }

    private static List<OnnxQuantisation.Pictures> drawn(SceneTask task) {
        var drawn = new ArrayList<OnnxQuantisation.Pictures>();
        for (int draw = 0; draw < DRAWS; draw++) {
            for (var batch : task.batches(new Random(SEED + draw))) {
                drawn.add(new OnnxQuantisation.Pictures(batch.input(), batch.inputShape()));
            }
        }
        return drawn;
    }
}
