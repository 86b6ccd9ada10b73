/** Drives a running Parley the way people do, through HTTP and WebSocket only: personas who are interviewed, meetings that are played. */
@NullMarked
package dev.parley.driver;

import org.jspecify.annotations.NullMarked;
