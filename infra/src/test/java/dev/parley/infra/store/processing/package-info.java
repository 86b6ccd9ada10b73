@NullMarked
package dev.parley.infra.store.processing;

import org.jspecify.annotations.NullMarked;
