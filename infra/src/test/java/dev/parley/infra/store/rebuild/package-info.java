@NullMarked
package dev.parley.infra.store.rebuild;

import org.jspecify.annotations.NullMarked;
