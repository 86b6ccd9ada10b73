/** What can be typed at the command line, one verb per class. */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
