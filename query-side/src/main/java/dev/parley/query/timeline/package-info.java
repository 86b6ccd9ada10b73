/** The record of a meeting as it stands in the log: for audit and replay. */
@NullMarked
package dev.parley.query.timeline;

import org.jspecify.annotations.NullMarked;
