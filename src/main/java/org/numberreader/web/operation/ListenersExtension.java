package org.numberreader.web.operation;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/** Knows the sockets that Netty listens on. Netty finds it as a service and makes it: hence the static field. */
public final class ListenersExtension extends ChannelInitializerExtension {
    /** Those that are open. */
    static final ChannelGroup LISTENERS = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    @Override
    public void postInitializeServerListenerChannel(ServerChannel listener) {
        LISTENERS.add(listener);
    }
}
