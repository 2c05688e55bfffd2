package org.numberreader.web.intake;

import java.io.OutputStream;
import java.util.Arrays;

/** Keeps what fits and drops the rest, so that a part too large is refused by the decoder and not by the parser. */
final class FirstBytes extends OutputStream {
    private final int most;
    private byte[] kept;
    private int length;

    /** @param expected bytes to begin with, so that nothing is copied where they are enough */
    FirstBytes(int most, int expected) {
        this.most = most;
        this.kept = new byte[Math.max(0, Math.min(most, expected))];
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int fitting = Math.min(count, most - length);
        if (length + fitting > kept.length) {
            kept = Arrays.copyOf(kept, (int) Math.min(most, Math.max(kept.length * 2L, length + fitting)));
        }
        System.arraycopy(bytes, offset, kept, length, fitting);
        length += fitting;
    }

    byte[] bytes() {
        return length == kept.length ? kept : Arrays.copyOf(kept, length);
    }
}
