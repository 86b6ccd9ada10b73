/** The deciding side as it is, on the store as it is, on two nodes that know nothing of each other but the log. */
@NullMarked
package dev.parley.infra.deciding;

import org.jspecify.annotations.NullMarked;
