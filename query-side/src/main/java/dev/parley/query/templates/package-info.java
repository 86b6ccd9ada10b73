/** How an organisation words its letters, and how it did before. */
@NullMarked
package dev.parley.query.templates;

import org.jspecify.annotations.NullMarked;
