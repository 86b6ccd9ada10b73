/** Holds a server of {@code parley.v1} against the scripts of docs/protocol.md §10: frames in, frames out, over real sockets. */
@NullMarked
package dev.parley.driver.conformance;

import org.jspecify.annotations.NullMarked;
