package brokenhouse.command.meeting;

import brokenhouse.command.SharedByTheSide;

/** Right: an aggregate that uses what its side shares. */
public class Meeting {
    SharedByTheSide shared = new SharedByTheSide();
}
