import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opencv.core.Core;

/**
 * Run while the image is built: unpacks the native libraries of this one platform and takes those of every platform out
 * of the jars. The image then holds each once, and a service that starts on a read-only root has nothing to unpack.
 *
 * <p>{@code java -cp ... UnpackNatives.java JARS NATIVES}; DJL itself unpacks to {@code DJL_CACHE_DIR}.
 */
class UnpackNatives {
    private static final Pattern LARGE_JARS = Pattern.compile(".*(opencv|pytorch-native|pytorch-jni).*\\.jar");
    private static final Pattern LIBRARIES = Pattern.compile(".*\\.(so|so\\.\\d+|dll|dylib)");

    public static void main(String[] folders) throws IOException {
        // DJL's own code chooses, unpacks and loads libtorch: what loads here loads in the image.
        System.out.println("Unpacked " + Engine.getEngine("PyTorch"));
        String opencv = "/linux/" + (System.getProperty("os.arch").equals("aarch64") ? "ARMv8" : "x86_64") + "/"
                + System.mapLibraryName(Core.NATIVE_LIBRARY_NAME);
        Path natives = Files.createDirectories(Path.of(folders[1]));
        try (Stream<Path> files = Files.list(Path.of(folders[0]))) {
            for (Path jar : files.filter(file -> LARGE_JARS.matcher(file.toString()).matches()).toList()) {
                strip(jar, opencv, natives);
            }
        }
        System.load(natives.resolve(Path.of(opencv).getFileName()).toAbsolutePath().toString());
        System.out.println("Unpacked OpenCV " + Core.VERSION);
    }

    private static void strip(Path jar, String kept, Path natives) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            List<Path> libraries;
            try (Stream<Path> entries = Files.walk(zip.getPath("/"))) {
                libraries = entries.filter(entry -> LIBRARIES.matcher(entry.toString()).matches()).toList();
            }
            for (Path library : libraries) {
                if (library.endsWith(kept.substring(1))) {
                    Files.copy(library, natives.resolve(library.getFileName().toString()));
                }
                Files.delete(library);
            }
        }
    }
}
