/** Finds or starts the PostgreSQL that everything is kept in, makes its roles, migrates it, and hands out connections. */
@NullMarked
package dev.parley.infra.store.postgres;

import org.jspecify.annotations.NullMarked;
