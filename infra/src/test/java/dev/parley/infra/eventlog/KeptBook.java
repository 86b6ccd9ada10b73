package dev.parley.infra.eventlog;

import org.axonframework.serialization.Revision;

/** What a snapshot of a book holds. */
@Revision("1")
record KeptBook(String title) {}
