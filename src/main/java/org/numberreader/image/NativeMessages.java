package org.numberreader.image;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * What native libraries print on standard error: OpenCV's libpng and libjpeg have a line for each odd file, past the log and
 * without the request that sent it.
 */
public final class NativeMessages {
    private static final String STANDARD_ERROR = "/proc/self/fd/2";

    private NativeMessages() {}

    /**
     * Turns them off for the rest of the process; what Java prints still arrives. To be called before anything is printed.
     * Changes nothing where the system does not let standard error be opened once more, as where it is a socket.
     */
    public static void off() {
        OutputStream again;
        try {
            again = new FileOutputStream(STANDARD_ERROR, true);
        } catch (FileNotFoundException e) {
            return;
        }
        System.setErr(new PrintStream(again, true, Charset.defaultCharset()));
        try {
            // Java never leaves one of the three descriptors closed: it puts /dev/null in its place.
            new FileOutputStream(FileDescriptor.err).close();
        } catch (IOException e) {
            System.err.println("Messages of native libraries stay on: " + e);
        }
    }
}
