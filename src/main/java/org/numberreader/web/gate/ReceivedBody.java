package org.numberreader.web.gate;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.numberreader.web.gate.OverloadedException.Reason;
import org.numberreader.web.gate.UploadBudget.Share;

/** A body that has arrived. What it holds of the uploads' memory is given back when it is closed. */
public final class ReceivedBody implements AutoCloseable {
    private static final String KEY = ReceivedBody.class.getName();

    private final Share share;
    private final AtomicBoolean taken = new AtomicBoolean();
    private byte[] bytes;

    private ReceivedBody(byte[] bytes, Share share) {
        this.bytes = bytes;
        this.share = share;
    }

    /** Leaves the body for the resource; what nobody takes is closed with the request. */
    static void leave(RoutingContext request, byte[] bytes, Share share) {
        request.put(KEY, new ReceivedBody(bytes, share));
        request.addEndHandler(ended -> of(request).ifPresent(ReceivedBody::close));
    }

    /** The body of a request, once: who gets it has to close it. */
    public static Optional<ReceivedBody> of(RoutingContext request) {
        return Optional.ofNullable(request.<ReceivedBody>get(KEY)).filter(body -> !body.taken.getAndSet(true));
    }

    /** Its bytes, not copied; only once, so that they are gone when the caller needs them no longer. */
    public byte[] bytes() {
        byte[] handedOver = bytes;
        bytes = new byte[0];
        return handedOver;
    }

    /**
     * Makes sure that there is memory for what is unpacked, beside the body itself; held until this is closed.
     *
     * @throws OverloadedException if others hold too much
     */
    public void require(long more) {
        if (!share.grow(more)) {
            throw new OverloadedException(Reason.UPLOAD_MEMORY, "Uploads hold all the memory that they may.");
        }
    }

    @Override
    public void close() {
        bytes = new byte[0];
        share.close();
    }
}
