/** How long a lead waits for the interviewer. */
@NullMarked
package dev.parley.benchmarks.conversation;

import org.jspecify.annotations.NullMarked;
