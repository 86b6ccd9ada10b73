/**
 * The event log: an append-only table, gap-free and totally ordered by commit, hash-chained, and written by one group commit
 * per node (DESIGN §4). Everything else in the product is derived from it.
 */
@NullMarked
package dev.parley.infra.eventlog;

import org.jspecify.annotations.NullMarked;
