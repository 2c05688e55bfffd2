package org.numberreader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command printed and how it ended. */
record Commands(int code, String out, String err) {

    static Commands run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(texts);
        return new Commands(code, out.toString(), err.toString());
    }

    /** Puts the packaged picture of 1704 into a file. */
    static Path sample(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (InputStream in = Commands.class.getResourceAsStream("/META-INF/resources/samples/1704.png")) {
            Files.copy(in, file);
        }
        return file;
    }
}
