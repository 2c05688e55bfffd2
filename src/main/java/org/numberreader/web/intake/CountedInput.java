package org.numberreader.web.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.numberreader.image.TooLargeException;

/** A body that may not go on for ever: chunked ones do not say how long they are. */
final class CountedInput extends FilterInputStream {
    private final long limit;
    private long count;

    CountedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** @throws TooLargeException naming the limit */
    static void require(long length, long limit) {
        if (length > limit) {
            throw new TooLargeException("The request's body has more than " + limit + " bytes.");
        }
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            require(++count, limit);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = in.read(buffer, offset, length);
        if (got > 0) {
            count += got;
            require(count, limit);
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count += skipped;
        require(count, limit);
        return skipped;
    }
}
