package org.numberreader.recognition;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;
import org.numberreader.image.Standardised;

/**
 * A fully convolutional network in memory, served by ONNX Runtime: pictures of one height in, a {@link Raster} each out. Safe to
 * use from several threads.
 */
public final class ConvolutionalModel implements AutoCloseable {
    private final NetworkCard card;
    private final Model model;
    // A predictor serves one thread at a time; as many exist as ever ran at once.
    private final ConcurrentLinkedDeque<Predictor<Pictures, Raster[]>> idle = new ConcurrentLinkedDeque<>();

    private ConvolutionalModel(NetworkCard card, Model model) {
        this.card = card;
        this.model = model;
    }

    /**
     * Loads a model that is packaged with the program.
     *
     * @throws IllegalArgumentException if no such model is packaged
     * @throws IllegalStateException if its weights are not those that its card describes
     */
    public static ConvolutionalModel packaged(String name) {
        return load(name, file -> {
            String path = "models/" + name + "/" + file;
            try (InputStream in = ConvolutionalModel.class.getClassLoader().getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalArgumentException("not packaged: " + path);
                }
                return in.readAllBytes();
            }
        });
    }

    /** As {@link #packaged}, from a folder. */
    public static ConvolutionalModel from(Path folder) {
        return load(String.valueOf(folder), file -> Files.readAllBytes(folder.resolve(file)));
    }

    /** The evidence that came with the weights. */
    public NetworkCard card() {
        return card;
    }

    /**
     * What the network says of pictures of one height, each as if it were alone.
     *
     * @param stride pixels a place of the answer; of a picture's last place some may be missing
     */
    List<Raster> run(List<GrayImage> pictures, int stride) {
        if (pictures.isEmpty()) {
            return List.of();
        }
        var pooled = idle.poll();
        var predictor = pooled != null ? pooled : model.newPredictor(new PicturesTranslator());
        boolean sound = false;
        try {
            var rasters = List.of(predictor.predict(new Pictures(pictures, stride)));
            sound = true;
            return rasters;
        } catch (TranslateException e) {
            throw new IllegalStateException("the network failed", e);
        } finally {
            if (sound) {
                idle.push(predictor);
            } else {
                predictor.close(); // whatever state a fault has left it in, the next picture gets another
            }
        }
    }

    /** Frees the native memory; nothing can be run afterwards. */
    @Override
    public void close() {
        for (var predictor = idle.poll(); predictor != null; predictor = idle.poll()) {
            predictor.close();
        }
        model.close();
    }

    private record Pictures(List<GrayImage> all, int stride) {}

    private interface ModelFiles {
        byte[] content(String file) throws IOException;
    }

    private static ConvolutionalModel load(String name, ModelFiles files) {
        try {
            var card = new ObjectMapper().readValue(files.content(DigitModel.CARD), NetworkCard.class);
            byte[] weights = files.content(ModelEngine.ONNX_RUNTIME.weights());
            if (!card.onnxSha256().equals(DigitModel.sha256(weights))) {
                throw new IllegalStateException("the weights of model " + name + " are not those of its card");
            }
            ModelEngine.ONNX_RUNTIME.preload();
            OnnxEnvironment.keep();
            var model = Model.newInstance(card.name(), Device.cpu(), ModelEngine.ONNX_RUNTIME.engine());
            // As many readings run as there are cores: threads of their own would only wait for each other.
            model.load(new ByteArrayInputStream(weights), Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            return new ConvolutionalModel(card, model);
        } catch (IOException e) {
            throw new UncheckedIOException("model " + name, e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("model " + name, e);
        }
    }

    /** Pictures of one height side by side in a batch: what is right of the narrower ones is at their mean. */
    private static final class PicturesTranslator implements Translator<Pictures, Raster[]> {
        private List<GrayImage> pictures = List.of();
        private int stride = 1;

        @Override
        public NDList processInput(TranslatorContext context, Pictures input) {
            pictures = input.all;
            stride = input.stride;
            int height = pictures.get(0).height();
            int widest = pictures.stream().mapToInt(GrayImage::width).max().orElseThrow();
            int width = (widest + 2 * stride - 1) / (2 * stride) * 2 * stride;
            int rows = height % (2 * stride) == 0 ? height : (height + 2 * stride - 1) / (2 * stride) * 2 * stride;
            var values = new float[pictures.size() * rows * width];
            for (int i = 0; i < pictures.size(); i++) {
                Standardised.into(pictures.get(i), values, i * rows * width, width);
            }
            var buffer = ByteBuffer.allocateDirect(values.length * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            buffer.put(values).flip();
            var shape = new Shape(pictures.size(), 1, rows, width);
            return new NDList(context.getNDManager().create(buffer, shape, DataType.FLOAT32));
        }

        @Override
        public Raster[] processOutput(TranslatorContext context, NDList output) {
            var array = output.singletonOrThrow();
            long[] shape = array.getShape().getShape();
            float[] all = array.toFloatArray();
            int channels = (int) shape[1];
            int rows = (int) shape[2];
            int columns = (int) shape[3];
            var rasters = new ArrayList<Raster>();
            for (int i = 0; i < pictures.size(); i++) {
                int own = Math.min(columns, (pictures.get(i).width() + stride - 1) / stride);
                var values = new float[channels * rows * own];
                for (int row = 0; row < channels * rows; row++) {
                    System.arraycopy(all, (i * channels * rows + row) * columns, values, row * own, own);
                }
                rasters.add(new Raster(channels, rows, own, values));
            }
            return rasters.toArray(Raster[]::new);
        }

        // The input is a whole batch already.
        @Override
        @SuppressWarnings("NullAway") // null is DJL's own way to say "no batchifier"
        public Batchifier getBatchifier() {
            return null;
        }
    }
}
