import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Run while the program or the image is built: unpacks the native libraries of this one platform, so that no start has to.
 * In the image those of every platform are taken out of the jars, too: it holds each once.
 *
 * <p>{@code java UnpackNatives.java JARS NATIVES [keep]}; with {@code keep} the jars stay as they are.
 */
class UnpackNatives {
    private static final Pattern LARGE_JARS = Pattern.compile(".*(opencv|onnxruntime)-\\d.*\\.jar");
    private static final Pattern LIBRARIES = Pattern.compile(".*(\\.(so|dll|dylib)|/[^/]*\\.dSYM/.*[^/])");

    public static void main(String[] folders) throws IOException {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        var kept = Pattern.compile(".*/(linux/" + (arm ? "ARMv8" : "x86_64") + "|linux-" + (arm ? "aarch64" : "x64") + ")/[^/]*");
        Path natives = Files.createDirectories(Path.of(folders[1]));
        boolean keep = folders.length > 2;
        try (Stream<Path> files = Files.list(Path.of(folders[0]))) {
            for (Path jar : files.filter(file -> LARGE_JARS.matcher(file.toString()).matches()).toList()) {
                unpack(jar, kept, natives, keep);
            }
        }
        // One of another platform, or that lacks what it needs, is found out now and not when the image runs. In this
        // order, because the second of ONNX Runtime's needs the first.
        try (Stream<Path> unpacked = Files.list(natives)) {
            for (Path library : unpacked.sorted().toList()) {
                System.load(library.toAbsolutePath().toString());
                if (!keep) {
                    System.out.println("Unpacked " + library.getFileName());
                }
            }
        }
    }

    private static void unpack(Path jar, Pattern kept, Path natives, boolean keep) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            List<Path> libraries;
            try (Stream<Path> entries = Files.walk(zip.getPath("/"))) {
                libraries = entries.filter(Files::isRegularFile)
                        .filter(entry -> LIBRARIES.matcher(entry.toString()).matches())
                        .toList();
            }
            for (Path library : libraries) {
                if (kept.matcher(library.toString()).matches()) {
                    // Under a new inode: a program that runs has the old one mapped.
                    Files.copy(library, natives.resolve(library.getFileName().toString()), REPLACE_EXISTING);
                }
                if (!keep) {
                    Files.delete(library);
                }
            }
        }
    }
}
