@NullMarked
package dev.parley.infra.store.postgres;

import org.jspecify.annotations.NullMarked;
