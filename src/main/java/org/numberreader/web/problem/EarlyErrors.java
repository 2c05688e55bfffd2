package org.numberreader.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one HTTP/1.1 connection that have no body because the server answered before any route: an address that
 * is no URI, a first line or a header that is too long or makes no sense. They get a problem like all others.
 */
final class EarlyErrors extends ChannelDuplexHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who still gets such an answer is told so by a process that ends. */
    private static final int RETRY_AFTER_SECONDS = 2;

    /** How long a caller may take to see the last answer. */
    private static final long LINGER_MILLIS = 1000;

    /** Callers may send several requests before they read; answers come in the same order. */
    private final Queue<HttpRequest> unanswered = new ArrayDeque<>(2);

    /** Whether the last answer is given. */
    private boolean over;

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (over) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            var refusal = refusal(request);
            unanswered.add(request);
            if (refusal == null) {
                connection.fireChannelRead(message);
            } else {
                end(connection, message, refusal);
            }
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()
                && !unanswered.isEmpty()) {
            end(connection, message, HttpResponseStatus.BAD_REQUEST);
        } else {
            connection.fireChannelRead(message);
        }
    }

    /** What Vert.x would stumble over (it takes HTTP/2's first lines for a request), or would take for what it is not. */
    private static @Nullable HttpResponseStatus refusal(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return null; // which Vert.x answers
        }
        if (request.protocolVersion().majorVersion() != 1) {
            return HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
        }
        String coding = String.join(",", request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING));
        return coding.isEmpty() || coding.equalsIgnoreCase("chunked") ? null : HttpResponseStatus.NOT_IMPLEMENTED;
    }

    /** Answers in Vert.x' place, which would close the connection and say nothing; callers of before get no answer. */
    private void end(ChannelHandlerContext connection, Object message, HttpResponseStatus status) {
        ReferenceCountUtil.release(message);
        over = true;
        if (unanswered.size() > 1) {
            connection.close();
            return;
        }
        var bare = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        bare.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var request = unanswered.remove();
        connection.writeAndFlush(HttpMethod.HEAD.equals(request.method()) ? bare : problem(request, bare));
        // What is still under way is read and dropped: closed at once, the connection would be reset, and the answer
        // lost.
        connection.channel().config().setAutoRead(true);
        connection.executor().schedule(() -> connection.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise written) {
        if (over) {
            ReferenceCountUtil.release(message);
            written.tryFailure(new ClosedChannelException());
            return;
        }
        connection.write(message instanceof HttpResponse answer ? withProblem(answer) : message, written);
    }

    private HttpResponse withProblem(HttpResponse answer) {
        if (answer.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            return answer;
        }
        var request = unanswered.poll();
        return request != null && !HttpMethod.HEAD.equals(request.method()) && isBare(answer)
                ? problem(request, answer)
                : answer;
    }

    /** Whether no route has seen the request: each gives it an id before all else. */
    private static boolean isBare(HttpResponse answer) {
        return answer.status().code() >= 400
                && answer instanceof FullHttpResponse whole
                && !whole.content().isReadable()
                && !answer.headers().contains(RequestId.HEADER)
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static HttpResponse problem(HttpRequest request, HttpResponse bare) {
        var status = bare.status();
        String id = UUID.randomUUID().toString();
        byte[] body = json(new Problem(
                "about:blank", status.reasonPhrase(), status.code(), detail(request, status), path(request), id));
        var answer = new DefaultFullHttpResponse(bare.protocolVersion(), status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .add(bare.headers())
                .set(RequestId.HEADER, id)
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (status.code() == ProblemKind.OVERLOADED.status()) {
            answer.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer;
    }

    private static String detail(HttpRequest request, HttpResponseStatus status) {
        if (status.equals(HttpResponseStatus.REQUEST_URI_TOO_LONG)) {
            return "The request line is too long.";
        }
        if (status.equals(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)) {
            return "The request headers are too long.";
        }
        if (request.decoderResult().isFailure()) {
            return "The request line or a request header is malformed.";
        }
        if (status.equals(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED)) {
            return "The HTTP version is not supported. Use HTTP/1.1.";
        }
        if (status.equals(HttpResponseStatus.NOT_IMPLEMENTED)) {
            return "The transfer coding is not supported. Use chunked, or send a Content-Length.";
        }
        if (HttpUtil.isTransferEncodingChunked(request) && status.equals(HttpResponseStatus.BAD_REQUEST)) {
            return "The chunks of the request body are malformed.";
        }
        return status.equals(HttpResponseStatus.BAD_REQUEST)
                ? "The request's address is not a valid URI. Write a percent sign as %25."
                : "The request was refused.";
    }

    /** Empty where even that is no path. */
    private static String path(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return "";
        }
        String path = request.uri().replaceFirst("\\?.*", "");
        try {
            return new URI(path).getRawPath();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static byte[] json(Problem problem) {
        try {
            return JSON.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain text", e);
        }
    }
}
