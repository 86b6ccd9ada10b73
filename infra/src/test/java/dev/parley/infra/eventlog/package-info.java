/** What the event log promises: one suite for any engine of Axon, and what only ours keeps. */
@NullMarked
package dev.parley.infra.eventlog;

import org.jspecify.annotations.NullMarked;
