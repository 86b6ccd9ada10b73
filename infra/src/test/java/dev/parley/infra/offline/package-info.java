@NullMarked
package dev.parley.infra.offline;

import org.jspecify.annotations.NullMarked;
