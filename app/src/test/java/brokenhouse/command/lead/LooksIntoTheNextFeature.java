package brokenhouse.command.lead;

import brokenhouse.command.meeting.Meeting;

/** Wrong: one feature uses the aggregate of another. */
record LooksIntoTheNextFeature(Meeting meeting) {}
