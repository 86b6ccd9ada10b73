@NullMarked
package dev.parley.infra.operations;

import org.jspecify.annotations.NullMarked;
