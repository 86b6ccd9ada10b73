/** What rooms on several nodes must tell each other. */
@NullMarked
package dev.parley.signaling.backplane;

import org.jspecify.annotations.NullMarked;
