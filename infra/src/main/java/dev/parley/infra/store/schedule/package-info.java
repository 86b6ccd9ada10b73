/** Time: deadlines and errands that survive a restart, kept in the same database and written in the same transaction. */
@NullMarked
package dev.parley.infra.store.schedule;

import org.jspecify.annotations.NullMarked;
