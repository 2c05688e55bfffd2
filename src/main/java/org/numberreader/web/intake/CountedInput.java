package org.numberreader.web.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.numberreader.image.TooLargeException;
import org.numberreader.web.gate.TooSlowException;

/** A body that may not go on for ever, neither in bytes nor in time. */
final class CountedInput extends FilterInputStream {
    private final long limit;
    private final Duration time;
    private final long began = System.nanoTime();
    private long count;

    CountedInput(InputStream in, long limit, Duration time) {
        super(in);
        this.limit = limit;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            counted(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = in.read(buffer, offset, length);
        if (got > 0) {
            counted(got);
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        counted(skipped);
        return skipped;
    }

    private void counted(long more) {
        count += more;
        if (count > limit) {
            throw new TooLargeException("The request's body has more than " + limit + " bytes.");
        }
        if (System.nanoTime() - began > time.toNanos()) {
            throw new TooSlowException("The batch was not there and read within " + time.toSeconds() + " s.");
        }
    }
}
