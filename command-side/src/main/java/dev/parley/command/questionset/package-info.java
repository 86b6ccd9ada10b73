/** Decides what may be asked: drafts, their order, and published versions that never change again. */
@NullMarked
package dev.parley.command.questionset;

import org.jspecify.annotations.NullMarked;
