package brokenhouse.saga.reminder;

import java.time.Clock;

/** Wrong: a clock of its own. */
class MakesItsOwnClock {
    Clock clock = Clock.systemUTC();
}
