/** The whole way, through HTTP and WebSocket, against the server in a process of its own. */
@NullMarked
package dev.parley.journeys;

import org.jspecify.annotations.NullMarked;
