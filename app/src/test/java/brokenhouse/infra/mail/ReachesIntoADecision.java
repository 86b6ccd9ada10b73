package brokenhouse.infra.mail;

import brokenhouse.command.meeting.Meeting;

/** Wrong: an adapter that knows an aggregate. */
record ReachesIntoADecision(Meeting meeting) {}
