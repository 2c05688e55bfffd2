package org.numberreader.training;

import ai.djl.repository.AbstractRepository;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.Metadata;
import ai.djl.util.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A folder with MNIST's four idx files, gzipped or not, as a DJL repository that needs no network and no cache. */
final class MnistFolder extends AbstractRepository {
    private static final Map<String, String> FILES = Map.of(
            "train_data", "train-images-idx3-ubyte",
            "train_labels", "train-labels-idx1-ubyte",
            "test_data", "t10k-images-idx3-ubyte",
            "test_labels", "t10k-labels-idx1-ubyte");

    private final Path folder;

    /** @throws NotDirectoryException if there is no such folder */
    MnistFolder(Path folder) throws NotDirectoryException {
        super("mnist-folder", folder.toUri());
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        this.folder = folder;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Metadata locate(MRL mrl) {
        return new Metadata();
    }

    @Override
    public Artifact resolve(MRL mrl, @Nullable Map<String, String> filter) {
        var items = new LinkedHashMap<String, Artifact.Item>();
        FILES.forEach((key, name) -> {
            var item = new Artifact.Item();
            item.setName(name);
            items.put(key, item);
        });
        var artifact = new Artifact();
        artifact.setFiles(items);
        return artifact;
    }

    @Override
    public void prepare(Artifact artifact, @Nullable Progress progress) {
        // The files are where they are; nothing is copied.
    }

    @Override
    public InputStream openStream(Artifact.Item item, @Nullable String path) throws IOException {
        Path packed = folder.resolve(item.getName() + ".gz");
        if (Files.exists(packed)) {
            return checked(new GZIPInputStream(Files.newInputStream(packed), 1 << 16), packed);
        }
        Path plain = folder.resolve(item.getName());
        if (!Files.exists(plain)) {
            throw new NoSuchFileException(plain + "[.gz]");
        }
        return checked(Files.newInputStream(plain), plain);
    }

    /** An idx file of bytes begins with 0, 0, 8 and the number of its dimensions; DJL skips them unseen. */
    private static InputStream checked(InputStream file, Path path) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(4);
        byte[] start = in.readNBytes(4);
        byte dimensions = (byte) (String.valueOf(path.getFileName()).contains("idx3") ? 3 : 1);
        if (!Arrays.equals(start, new byte[] {0, 0, 8, dimensions})) {
            in.close();
            throw new IOException("Not an idx file: " + path);
        }
        in.reset();
        return in;
    }

    @Override
    public List<MRL> getResources() {
        return List.of();
    }
}
