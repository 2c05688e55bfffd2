package org.numberreader.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.numberreader.Defaults;
import org.numberreader.DrawnNumbers;
import org.numberreader.Encoded;
import org.numberreader.document.Documents;
import org.numberreader.document.Files;
import org.numberreader.document.Files.Packing;
import org.numberreader.image.ImageException;
import org.numberreader.image.Polarity;

/**
 * Spoilt and malicious documents: each page is decoded or refused. The short form runs with {@code -Pslow}; the long one with
 * {@code -Dfuzz.documents=100000}.
 */
@Tag("slow")
class FuzzDocumentsTest {
    private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final long LONGEST_MILLIS = 10_000;

    /** A drawing without end takes all of its time: it is to be told from one that does not keep to it. */
    private static final int DRAWING_MILLIS = 1000;

    private final Documents documents = Defaults.documents(DRAWING_MILLIS);

    @Test
    void decodesOrRefuses() {
        var seeds = seeds();
        var mutator = new Mutator(SEED);
        int decoded = 0;
        long slowest = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] file = mutator.mutated(mutator.anyOf(seeds));
            long start = System.nanoTime();
            try {
                decode(file);
                decoded++;
            } catch (ImageException e) {
                assertThat(e.getMessage()).isNotEmpty();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("document " + i + " of seed " + SEED, e);
            }
            slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        System.out.printf("%d documents: %d decoded, slowest %d ms%n", DOCUMENTS, decoded, slowest);
        assertThat(slowest).as("slowest, ms").isLessThan(LONGEST_MILLIS);
        assertThat(decoded).as("some get through").isGreaterThan(DOCUMENTS / 20);
    }

    private void decode(byte[] file) {
        try (var document = documents.open(file)) {
            for (int page = 1; page <= Math.min(2, document.pages()); page++) {
                document.page(page, Polarity.AUTO);
            }
        }
    }

    private static List<byte[]> seeds() {
        var drawn = new DrawnNumbers(7);
        var picture = drawn.number(drawn.digits(2, 4), 16);
        var colour = Files.as(BufferedImage.TYPE_3BYTE_BGR, picture);
        var bits = Files.as(BufferedImage.TYPE_BYTE_BINARY, picture);
        var files = new ArrayList<byte[]>();
        for (var packing : Packing.values()) {
            files.add(Files.scans(packing, colour, colour));
        }
        files.add(Files.pdf(document -> {
            var page = Files.page(document, 200, 100);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.showText("12");
                content.endText();
                content.drawImage(Files.packed(document, Packing.FLATE, colour), 5, 5, 20, 10);
            }
        }));
        for (String compression : List.of("None", "LZW", "JPEG", "Deflate", "PackBits")) {
            files.add(Files.tiff(compression, colour, Files.as(BufferedImage.TYPE_BYTE_GRAY, picture)));
        }
        files.add(Files.tiff("CCITT T.6", bits));
        files.add(Files.tiff("CCITT T.4", bits));
        files.add(Encoded.as("gif", Files.as(BufferedImage.TYPE_BYTE_INDEXED, picture)));
        return files;
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("a scan of 30,000 x 30,000", image("/Width 30000 /Height 30000", new byte[9], "")),
                Arguments.of(
                        "fax of 2,147,483,647 columns",
                        image(
                                "/Width 10 /Height 10 " + "/DecodeParms << /Columns 2147483647 /K -1 >>",
                                new byte[9],
                                "/CCITTFaxDecode")),
                Arguments.of("a page that unpacks to 64 MiB", content(zeros(64), "/FlateDecode")),
                Arguments.of("the same packed twice", content(deflated(zeros(64)), "[/FlateDecode /FlateDecode]")),
                Arguments.of(
                        "a predictor's row of 2 GiB",
                        image(
                                "/Width 10 /Height 10 /DecodeParms << /Predictor 12 /Columns 2147483647 >>",
                                deflated(new byte[9]),
                                "/FlateDecode")),
                Arguments.of("forms that draw each other ten times", nested()),
                Arguments.of("a TIFF of 60,000 x 60,000", tiff(60_000, 60_000)),
                Arguments.of("a TIFF of 1,000 directories of 65,535 entries", overlapping(1000, 65_535)),
                Arguments.of("a TIFF of 10,001 directories of 1,000 entries", overlapping(10_001, 1000)),
                Arguments.of("a TIFF of 400 directories with a field of 10,000,000 values", longFields()),
                Arguments.of(
                        "a table of objects that unpacks to 64 MiB",
                        table("/Type /XRef /W [1 2 1] /Size 4", new byte[64 << 20])),
                Arguments.of("the same as a picture", table("/W [1 2 1] /Size 4 /Subtype /Image", new byte[64 << 20])),
                Arguments.of(
                        "a table of 4,000,000 objects",
                        table("/Type /XRef /W [0 1 0] /Size 4000000", ones(4_000_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void refusesBombs(String what, byte[] file) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> decode(file)).isInstanceOf(ImageException.class);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .as("ms")
                .isLessThan(LONGEST_MILLIS / 2);
    }

    /** A TIFF whose directories begin twelve bytes behind each other, so that nearly all entries are in all of them. */
    private static byte[] overlapping(int directories, int entries) {
        int first = 8;
        int length = 2 + 12 * entries;
        var bytes = ByteBuffer.allocate(first + 12 * directories + length + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(first);
        for (int i = 0; i < directories; i++) {
            int at = first + 12 * i;
            bytes.putShort(at, (short) entries).putInt(at + length, i == directories - 1 ? 0 : at + 12);
        }
        return bytes.array();
    }

    /** Each directory has one field, whose values are the whole file. */
    private static byte[] longFields() {
        var bytes = ByteBuffer.allocate(10_000_000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 1; i <= 400; i++) {
            bytes.putShort((short) 1).putShort((short) 254).putShort((short) 1);
            bytes.putInt(bytes.capacity() - 8).putInt(6); // from a byte that is 0
            bytes.putInt(i == 400 ? 0 : bytes.position() + 4);
        }
        return bytes.array();
    }

    /** A PDF whose table of objects is a stream. */
    private static byte[] table(String fields, byte[] data) {
        String table = stream(fields + " /Root 2 0 R /Filter /FlateDecode", deflated(data));
        return ("%PDF-1.5\n1 0 obj\n" + table
                        + "\nendobj\n2 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ones(int length) {
        var ones = new byte[length];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    private static byte[] image(String fields, byte[] data, String filter) {
        String packed = filter.isEmpty() ? "" : "/Filter " + filter;
        return page(
                "q 612 0 0 792 0 0 cm /X Do Q",
                stream(
                        "/Type /XObject /Subtype /Image /BitsPerComponent 8" + " /ColorSpace /DeviceGray " + fields
                                + packed,
                        data));
    }

    private static byte[] content(byte[] data, String filter) {
        return Files.raw(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
                stream("/Filter " + filter, data));
    }

    /** Each form draws the next one ten times: 10 to the power of 20 operators. */
    private static byte[] nested() {
        var objects = new ArrayList<String>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R"
                        + " >> >> >>",
                stream("", "/X Do".getBytes(StandardCharsets.ISO_8859_1))));
        for (int i = 0; i < 20; i++) {
            objects.add(stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X " + (i + 6)
                            + " 0 R >> >>",
                    "/X Do ".repeat(10).getBytes(StandardCharsets.ISO_8859_1)));
        }
        objects.add(stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 612 792]",
                "0 0 9 9 re f".getBytes(StandardCharsets.ISO_8859_1)));
        return Files.raw(objects.toArray(String[]::new));
    }

    private static byte[] page(String drawing, String picture) {
        return Files.raw(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R"
                        + " >> >> >>",
                stream("", drawing.getBytes(StandardCharsets.ISO_8859_1)),
                picture);
    }

    private static String stream(String fields, byte[] data) {
        return "<< " + fields + " /Length " + data.length + " >>\nstream\n"
                + new String(data, StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    private static byte[] zeros(int mebibytes) {
        return deflated(new byte[mebibytes << 20]);
    }

    private static byte[] deflated(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A TIFF whose directory declares another size than its picture has. */
    private static byte[] tiff(int width, int height) {
        byte[] tiff = Files.tiff("LZW", new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY));
        var bytes = ByteBuffer.wrap(tiff);
        bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = bytes.getInt(4);
        for (int i = 0; i < bytes.getShort(at); i++) {
            int entry = at + 2 + 12 * i;
            int field = bytes.getShort(entry) & 0xffff;
            if (field == 256 || field == 257) {
                bytes.putShort(entry + 2, (short) 4).putInt(entry + 8, field == 256 ? width : height);
            }
        }
        return tiff;
    }
}
