/** Finds out why mail does not leave or does not arrive, step by step, and names the cause in a sentence. */
@NullMarked
package dev.parley.infra.diagnosis;

import org.jspecify.annotations.NullMarked;
