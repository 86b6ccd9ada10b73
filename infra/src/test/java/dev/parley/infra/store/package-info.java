@NullMarked
package dev.parley.infra.store;

import org.jspecify.annotations.NullMarked;
