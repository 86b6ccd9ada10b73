/** The record as auditors see it. */
@NullMarked
package dev.parley.api.audit;

import org.jspecify.annotations.NullMarked;
