/** Is the outside world: the only place that knows vendors, as adapters of the ports that the sides own. */
@NullMarked
package dev.parley.infra;

import org.jspecify.annotations.NullMarked;
