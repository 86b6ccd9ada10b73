package dev.parley.benchmarks.signaling;

import dev.parley.signaling.SignalingGateway;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.http.server.HttpServer;

/** The whole gateway as it is configured in the application, in a process of its own; only the other sides are stand-ins. */
public final class Gateway {
    /** All limits are on, but where clients of one machine would meet them. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "parley.signaling.connection.frames-per-second", 1_000_000,
            "parley.signaling.connection.frames-at-once", 1_000_000,
            "parley.signaling.connection.offers-at-once", 100_000_000,
            "parley.signaling.connection.candidates-at-once", 100_000_000,
            "parley.signaling.connections.address", 1_000_000,
            "parley.signaling.connections.node", 1_000_000,
            "parley.signaling.connections.tenant", 1_000_000,
            "parley.signaling.ticket.most", 100_000,
            "parley.signaling.room.mesh-size", 64);

    private Gateway() {}

    public static void serve(int port) throws Exception {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("benchmark", SETTINGS));
        context.register(StandIns.class, SignalingGateway.class);
        context.refresh();
        var http = WebHttpHandlerBuilder.applicationContext(context).build();
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(http))
                .bindNow();
        System.out.println("READY");
        server.onDispose().block();
    }
}
