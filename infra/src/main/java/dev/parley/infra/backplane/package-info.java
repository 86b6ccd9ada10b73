/** Tells the rooms of other nodes what concerns them, over LISTEN and NOTIFY. */
@NullMarked
package dev.parley.infra.backplane;

import org.jspecify.annotations.NullMarked;
