package org.numberreader.recognition;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engines that can run a trained network, each from its own file of the model folder. */
public enum ModelEngine {
    /** What serves: four to seven times faster than PyTorch on these networks, and 400 MB smaller. */
    ONNX_RUNTIME("OnnxRuntime", "weights.onnx") {
        @Override
        @Nullable
        String sha256(ModelCard card) {
            return card.onnxSha256();
        }

        @Override
        void configure() {
            // DJL would load PyTorch beside it, where that is on the class path, for operations that are not used here.
            System.getProperties().putIfAbsent("ai.djl.onnx.disable_alternative", "true");
            // The binding fails where the folder does not have it; without a folder it unpacks its own.
            String folder = System.getProperty(NATIVES);
            if (folder != null && !Files.exists(Path.of(folder, System.mapLibraryName("onnxruntime")))) {
                System.clearProperty(NATIVES);
            }
        }

        @Override
        Model load(ModelCard card, byte[] weights) throws IOException, MalformedModelException {
            preload();
            OnnxEnvironment.keep();
            var model = Model.newInstance(card.name(), Device.cpu(), engine());
            // As many readings run as there are cores: threads of their own would only wait for each other.
            model.load(new ByteArrayInputStream(weights), Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            return model;
        }
    },

    /** What trains. */
    PY_TORCH("PyTorch", "weights.params") {
        @Override
        String sha256(ModelCard card) {
            return card.sha256();
        }

        @Override
        void configure() {
            // As many readings run as there are cores: threads of their own would only wait, spinning, for each other.
            // A value given on the command line stands.
            System.getProperties().putIfAbsent("ai.djl.pytorch.num_threads", "1");
            System.getProperties().putIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
        }

        @Override
        Model load(ModelCard card, byte[] weights) throws IOException, MalformedModelException {
            preload();
            var model = DigitNetwork.named(card.network()).model();
            model.load(new ByteArrayInputStream(weights));
            return model;
        }
    };

    /** ONNX Runtime's own property: the folder where its libraries lie unpacked. */
    private static final String NATIVES = "onnxruntime.native.path";

    private final String engine;
    private final String weights;

    ModelEngine(String engine, String weights) {
        this.engine = engine;
        this.weights = weights;
    }

    /** DJL's name of it, which configuration and commands use. */
    public String engine() {
        return engine;
    }

    /** The file name of the weights that it reads, in a model folder. */
    public String weights() {
        return weights;
    }

    /**
     * Makes sure that this program has the engine.
     *
     * @throws IllegalStateException if it was built without
     */
    public void require() {
        if (!Engine.hasEngine(engine)) {
            throw new IllegalStateException("This program was built without " + engine
                    + ". Build it with: ./mvnw package -DskipTests -Ptraining");
        }
    }

    /**
     * Loads its native libraries, if they are not there yet.
     *
     * @throws IllegalStateException if the program was built without it
     */
    public void preload() {
        require();
        configure();
        Engine.getEngine(engine);
    }

    /** Sets what the engine reads when its library loads. */
    abstract void configure();

    /** What the weights' SHA-256 has to be; null where the card knows of no such file. */
    abstract @Nullable String sha256(ModelCard card);

    /** The network with its weights, ready to run on one thread at a time for each predictor. */
    abstract Model load(ModelCard card, byte[] weights) throws IOException, MalformedModelException;

    @Override
    public String toString() {
        return engine;
    }
}
