/** Puts the newest rules of time zones in force that there are, for everything in this process, without a new Java (ADR 0022). */
@NullMarked
package dev.parley.infra.zones;

import org.jspecify.annotations.NullMarked;
