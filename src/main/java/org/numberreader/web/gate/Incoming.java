package org.numberreader.web.gate;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.numberreader.image.TooLargeException;
import org.numberreader.web.gate.UploadBudget.Share;

/**
 * A body while it arrives: it takes no thread, so that slow callers cost memory alone, and that was asked for before.
 * Everything but {@link #giveUpIfSlow} happens on the request's own event loop.
 */
final class Incoming {
    /** A body that does not say how long it is begins with this, and doubles. */
    private static final int FIRST_BYTES = 65_536;

    /** A connection needs some time to come up to speed. */
    private static final long GRACE_NANOS = 1_000_000_000L;

    private final RoutingContext request;
    private final Context eventLoop;
    private final Share share;
    private final long most;
    private final long began = System.nanoTime();
    private final Runnable left;
    private byte[] bytes;
    private volatile int length;
    private boolean over;

    /**
     * @param declared the body's length; negative where it is not said
     * @param most bytes that are taken, for those that do not say
     * @param left told when the body no longer arrives, for whatever reason
     */
    Incoming(RoutingContext request, Share share, long declared, long most, Runnable left) {
        this.request = request;
        this.eventLoop = request.vertx().getOrCreateContext();
        this.share = share;
        this.most = most;
        this.left = left;
        this.bytes = new byte[(int) (declared < 0 ? Math.min(most, FIRST_BYTES) : declared)];
    }

    /** Takes the body in; the request goes on when it is there, or fails when its time is up. */
    void receive(long millis) {
        var http = request.request();
        long timer = request.vertx()
                .setTimer(millis, late -> giveUp("The request body did not arrive within " + millis + " ms."));
        request.addEndHandler(ended -> {
            request.vertx().cancelTimer(timer);
            stop();
        });
        if (http.isEnded()) {
            end();
            return;
        }
        http.exceptionHandler(broken -> stop());
        http.handler(this::add);
        http.endHandler(end -> {
            request.vertx().cancelTimer(timer);
            end();
        });
        if ("100-continue".equalsIgnoreCase(http.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }

    /** Makes room for others where fewer bytes a second came than these; may be called from any thread. */
    void giveUpIfSlow(long bytesPerSecond) {
        long nanos = System.nanoTime() - began;
        if (nanos > GRACE_NANOS && length < bytesPerSecond * (nanos / 1e9)) {
            eventLoop.runOnContext(turn -> giveUp("The request body arrived too slowly while the service was busy."));
        }
    }

    private void add(Buffer chunk) {
        if (over) {
            return;
        }
        if ((long) length + chunk.length() > most) {
            fail(TooLargeException.body(most));
            return;
        }
        if (length + chunk.length() > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(bytes.length * 2L, length + chunk.length())));
        }
        chunk.getBytes(bytes, length);
        length += chunk.length();
    }

    private void end() {
        if (!over) {
            over = true;
            left.run();
            byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
            bytes = new byte[0];
            ReceivedBody.leave(request, whole, share);
            request.next();
        }
    }

    private void giveUp(String reason) {
        if (!over) {
            fail(new TooSlowException(reason));
        }
    }

    private void fail(RuntimeException failure) {
        stop();
        request.fail(failure);
    }

    private void stop() {
        if (!over) {
            over = true;
            left.run();
            bytes = new byte[0];
            share.close();
        }
    }
}
