/** Leads as a board of cards, and each with its score, its receipts, what was learned and the meetings it came to. */
@NullMarked
package dev.parley.query.leadboard;

import org.jspecify.annotations.NullMarked;
