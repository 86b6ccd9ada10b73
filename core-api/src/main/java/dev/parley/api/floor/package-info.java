/** Who had the floor when: what a meeting's floor was decided by, kept so that it can be held again with other thresholds. */
@NullMarked
package dev.parley.api.floor;

import org.jspecify.annotations.NullMarked;
