@NullMarked
package dev.parley.infra.hints;

import org.jspecify.annotations.NullMarked;
