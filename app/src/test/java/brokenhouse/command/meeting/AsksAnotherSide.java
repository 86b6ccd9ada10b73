package brokenhouse.command.meeting;

import brokenhouse.query.agenda.AgendaReader;

/** Wrong: the deciding side reads a view. */
record AsksAnotherSide(AgendaReader reader) {}
