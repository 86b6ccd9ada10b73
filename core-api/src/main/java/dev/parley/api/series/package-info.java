/** Series: meetings that follow a rule, each a meeting of its own, all one entry in people's calendars. */
@NullMarked
package dev.parley.api.series;

import org.jspecify.annotations.NullMarked;
