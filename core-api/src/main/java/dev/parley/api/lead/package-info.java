/** Who we talk with, what we learned, and the score with its receipts. */
@NullMarked
package dev.parley.api.lead;

import org.jspecify.annotations.NullMarked;
