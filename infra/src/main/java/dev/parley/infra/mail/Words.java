package dev.parley.infra.mail;

import dev.parley.api.template.WordedBy;
import java.net.URI;
import java.util.Optional;

/**
 * A letter as people read it.
 *
 * @param unsubscribe where mail programs decline more of these; only on what can be declined
 */
record Words(String subject, String text, String html, WordedBy by, Optional<URI> unsubscribe) {}
