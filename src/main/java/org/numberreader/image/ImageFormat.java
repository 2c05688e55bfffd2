package org.numberreader.image;

import java.util.Optional;

/** The formats that are read, each told by its first bytes whatever its name says. */
enum ImageFormat {
    JPEG(new int[] {0xff, 0xd8, 0xff}, 0),
    PNG(new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0),
    WEBP(new int[] {'W', 'E', 'B', 'P'}, 8),
    BMP(new int[] {'B', 'M'}, 0);

    private final int[] magic;
    private final int offset;

    ImageFormat(int[] magic, int offset) {
        this.magic = magic;
        this.offset = offset;
    }

    static Optional<ImageFormat> of(byte[] bytes) {
        for (var format : values()) {
            if (format.begins(bytes)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return this != WEBP || (bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F');
    }
}
