/** What clients and the server say to each other over a WebSocket, and the one class that knows how it looks in JSON. */
@NullMarked
package dev.parley.signaling.frame;

import org.jspecify.annotations.NullMarked;
