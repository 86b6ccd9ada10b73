@NullMarked
package dev.parley.infra.store.log;

import org.jspecify.annotations.NullMarked;
