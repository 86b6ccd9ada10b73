@NullMarked
package dev.parley.infra.freshness;

import org.jspecify.annotations.NullMarked;
