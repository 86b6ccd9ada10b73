/** Right: a package that says what it is for. */
@NullMarked
package brokenhouse.command.meeting;

import org.jspecify.annotations.NullMarked;
