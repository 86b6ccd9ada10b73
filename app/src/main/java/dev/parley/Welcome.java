package dev.parley;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once everything runs, where to point the browser. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        LOG.info(
                "Parley is at http://localhost:{} ({}, {}, ready after {} s). Ctrl+C stops it.",
                environment.getProperty("local.server.port", "?"),
                environment.getProperty("parley.mode", "demo"),
                environment.getProperty("parley.database.url", "").isBlank()
                        ? "data in " + environment.getProperty("parley.home")
                        : "external database",
                ready.getTimeTaken() == null ? "?" : ready.getTimeTaken().toSeconds());
    }
}
