@NullMarked
package dev.parley.infra.store.bus;

import org.jspecify.annotations.NullMarked;
