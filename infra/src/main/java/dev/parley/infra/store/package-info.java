/** Keeps what happened and everything derived from it: PostgreSQL, the event log, the buses, processors and schedules. */
@NullMarked
package dev.parley.infra.store;

import org.jspecify.annotations.NullMarked;
