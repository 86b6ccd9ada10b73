@NullMarked
package dev.parley.infra.backplane;

import org.jspecify.annotations.NullMarked;
