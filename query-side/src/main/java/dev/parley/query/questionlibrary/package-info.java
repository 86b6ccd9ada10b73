/** The library of question sets: drafts to work on, and the newest version that meetings may use. */
@NullMarked
package dev.parley.query.questionlibrary;

import org.jspecify.annotations.NullMarked;
