package org.numberreader.web.problem;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Puts {@link EarlyErrors} into each connection. Netty finds it as a service, and looks for services because {@code Main}
 * sets {@value ChannelInitializerExtension#EXTENSIONS_SYSTEM_PROPERTY}: what Vert.x and Quarkus answer before their
 * routers can be changed in no other way.
 */
public final class EarlyErrorsExtension extends ChannelInitializerExtension {
    /** Vert.x' own name for its last handler. */
    private static final String VERTX = "handler";

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addLast(new Placing());
    }

    /** Vert.x fills the pipeline later: without TLS before the first bytes are there, with TLS after the handshake. */
    private static final class Placing extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext connection, Object message) {
            var pipeline = connection.pipeline();
            if (pipeline.get(VERTX) != null) {
                pipeline.addBefore(VERTX, "early-errors", new EarlyErrors());
                connection.fireChannelRead(message);
                pipeline.remove(this);
            } else {
                connection.fireChannelRead(message);
            }
        }
    }
}
