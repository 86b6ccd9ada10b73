package dev.parley.query.live;

import dev.parley.query.Hints.Hint;

/** What a browser is told. */
sealed interface News {

    /** A thing has changed. */
    record Changed(Hint hint) implements News {}

    /** Something may have changed that nobody can name any more: look at everything again. */
    record Missed() implements News {}
}
