/** One meeting as its page and its room need it: who, when, how far the interview has come, what came of it. */
@NullMarked
package dev.parley.query.meetingpage;

import org.jspecify.annotations.NullMarked;
