/** Session descriptions and ICE candidates, read line by line and written anew: what one browser says to another passes only in words that we know to be harmless. */
@NullMarked
package dev.parley.signaling.frame.sdp;

import org.jspecify.annotations.NullMarked;
