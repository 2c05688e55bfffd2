package org.numberreader.web.intake;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps what fits and drops the rest, so that a part too large is refused by the decoder and not by the parser. */
final class FirstBytes extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;

    FirstBytes(int most) {
        this.most = most;
    }

    @Override
    public void write(int value) {
        if (kept.size() < most) {
            kept.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, most - kept.size()));
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
