/** Reacts: turns facts and the passing of time into commands, one package per process, each owning its ports. */
@NullMarked
package dev.parley.saga;

import org.jspecify.annotations.NullMarked;
