package brokenhouse.driver;

import brokenhouse.query.agenda.AgendaReader;

/** Wrong: from here on, what sleeps here may sleep in the server. */
record RunsAPartOfTheServer(AgendaReader reader) {}
