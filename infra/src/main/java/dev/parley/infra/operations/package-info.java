/** What operators see and do: where processors stand, what was set aside and why, rebuilding views, and the alerts. */
@NullMarked
package dev.parley.infra.operations;

import org.jspecify.annotations.NullMarked;
