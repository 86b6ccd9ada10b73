@NullMarked
package dev.parley.infra.store.schedule;

import org.jspecify.annotations.NullMarked;
