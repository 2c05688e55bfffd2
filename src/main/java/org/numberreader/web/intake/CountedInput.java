package org.numberreader.web.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.numberreader.image.TooLargeException;
import org.numberreader.web.gate.ArrivingBatch;
import org.numberreader.web.gate.TooSlowException;

/** A body that may not go on for ever, neither in bytes nor in time. */
final class CountedInput extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 4096;

    private final ArrivingBatch batch;
    private final long limit;
    private final Duration time;
    private final long began = System.nanoTime();
    private long count;

    CountedInput(InputStream in, ArrivingBatch batch, long limit, Duration time) {
        super(in);
        this.batch = batch;
        this.limit = limit;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = batch.read(in, buffer, offset, length);
        if (got > 0) {
            counted(got);
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.max(0, Math.min(wanted, SKIPPED_AT_ONCE))]));
    }

    private void counted(long more) {
        count += more;
        if (count > limit) {
            throw TooLargeException.body(limit);
        }
        if (System.nanoTime() - began > time.toNanos()) {
            throw new TooSlowException("The batch was not received and read within " + time.toSeconds() + " s.");
        }
    }
}
