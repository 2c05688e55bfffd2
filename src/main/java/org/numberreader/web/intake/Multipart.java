package org.numberreader.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.numberreader.image.TooLargeException;
import org.numberreader.web.gate.UploadConfig;

/**
 * The pictures of a {@code multipart/form-data} body, parsed while it arrives: at most one of them is in memory at a
 * time, and none is ever written to disk.
 */
final class Multipart {
    /** The form field that pictures are sent in. */
    static final String FIELD = "image";

    /** Scans have some hundred thousand bytes: what is kept of a picture begins with so many and doubles. */
    private static final int FIRST_BYTES = 262_144;

    private final MultipartInput parts;
    private final int largest;
    private final Unwrapping unwrapping;
    private final UploadConfig config;

    /**
     * @param unwrapping of pictures that are wrapped once more; of each one byte more than its most is kept, so that too
     *     many can be told
     * @throws BadRequestException if the content type has no usable boundary
     */
    Multipart(String contentType, InputStream body, Unwrapping unwrapping, UploadConfig config) throws IOException {
        String boundary = parameters(contentType, ';').get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new BadRequestException("The Content-Type header has no multipart boundary.");
        }
        try {
            this.parts = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .setMaxPartHeaderSize(config.partHeaderBytes())
                    .get();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("The multipart boundary is not valid.");
        }
        this.parts.setHeaderCharset(StandardCharsets.UTF_8);
        this.largest = unwrapping.most();
        this.unwrapping = unwrapping;
        this.config = config;
    }

    /**
     * Hands out each picture as it arrives.
     *
     * @throws IOException if the body is broken
     * @throws TooLargeException if there are too many parts
     */
    void forEach(int mostPictures, Consumer<Upload> taker) throws IOException {
        int pictures = 0;
        int others = 0;
        boolean more = parts.skipPreamble();
        while (more) {
            var disposition = disposition(parts.readHeaders());
            if (FIELD.equals(disposition.get("name"))) {
                require(++pictures, mostPictures, "pictures");
                var bytes = new FirstBytes(largest + 1, FIRST_BYTES);
                parts.readBodyData(bytes);
                taker.accept(new Upload(disposition.getOrDefault("filename", ""), bytes.bytes(), unwrapping));
            } else {
                require(++others, config.otherParts(), "other parts");
                OptionNames.requireNone(disposition.getOrDefault("name", ""));
                parts.discardBodyData();
            }
            more = parts.readBoundary();
        }
    }

    private static void require(int count, int most, String what) {
        if (count > most) {
            throw new TooLargeException("The multipart body has more than " + most + " " + what + ".");
        }
    }

    private static Map<String, String> disposition(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .map(line -> parameters(line, ';'))
                .orElse(Map.of());
    }

    private static Map<String, String> parameters(String header, char separator) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        try {
            var parameters = parser.parse(header, separator);
            parameters.values().removeIf(java.util.Objects::isNull);
            return parameters;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // an encoded word that is none
            throw new BadRequestException("A header in the multipart body is malformed.");
        }
    }
}
