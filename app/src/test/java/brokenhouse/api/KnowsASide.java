package brokenhouse.api;

import brokenhouse.command.meeting.Meeting;

/** Wrong: a message that knows who handles it. */
record KnowsASide(Meeting meeting) {}
