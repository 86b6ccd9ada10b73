/** What a lead's words say about them: how they feel about things, and what makes a sale likely or not. */
@NullMarked
package dev.parley.api.analysis;

import org.jspecify.annotations.NullMarked;
