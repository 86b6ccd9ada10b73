package dev.parley.benchmarks.promises;

import dev.parley.api.lead.LeadEvent.LeadRegistered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** How not to do it: acts on the world outside whenever it hears of an event, be it for the first time or not. */
@ConditionalOnProperty(name = "promises.sabotage", havingValue = "mail-in-a-handler")
@ProcessingGroup("view.mailer")
class Mailer {
    private final int port;

    Mailer(@Value("${promises.mail-port}") int port) {
        this.port = port;
    }

    @EventHandler
    void on(LeadRegistered event) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}
