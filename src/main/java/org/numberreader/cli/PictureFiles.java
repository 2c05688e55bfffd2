package org.numberreader.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the pictures in files and folders. */
final class PictureFiles {
    /** Also endings of formats that are refused: their pictures get a row that says so, and are not passed over. */
    private static final Set<String> ENDINGS =
            Set.of("png", "jpg", "jpeg", "webp", "bmp", "gif", "tif", "tiff", "pdf", "heic", "heif", "avif");

    private PictureFiles() {}

    /**
     * The files as they are given, and in place of each folder all pictures in it, however deep, by name; each once.
     * What cannot be looked into is there, too.
     *
     * @return each file's path within the folder that was given, the same wherever that folder is mounted
     */
    static Map<Path, Path> under(List<Path> paths) throws IOException {
        var files = new LinkedHashMap<Path, Path>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                inFolder(path).forEach(file -> files.putIfAbsent(file, path.relativize(file)));
            } else {
                files.putIfAbsent(path, Objects.requireNonNullElse(path.getFileName(), path));
            }
        }
        return Collections.unmodifiableMap(files);
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        // Links are followed: mounted volumes are made of them.
        var options = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
        Files.walkFileTree(folder, options, Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A link is one that leads nowhere: the others are followed.
                if ((attributes.isRegularFile() || attributes.isSymbolicLink()) && isPicture(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                if (!(failure instanceof FileSystemLoopException)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
