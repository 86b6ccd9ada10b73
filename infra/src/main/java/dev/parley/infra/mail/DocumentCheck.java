package dev.parley.infra.mail;

import dev.parley.saga.notification.CalendarEntry;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import dev.parley.saga.notification.CalendarEntry.Single;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.fortuna.ical4j.model.Calendar;

/**
 * Lets no document out that the library calls invalid. Looking takes twice as long as writing, and what it looks at is which
 * properties and parameters there are, never what people wrote into them: so the first document of each form speaks for all.
 */
final class DocumentCheck {
    private final Set<Form> sound = ConcurrentHashMap.newKeySet();

    /** There are no more than there are kinds, methods and time zones. */
    private record Form(String method, Class<? extends CalendarEntry> entry, Optional<ZoneId> zone) {}

    void look(Calendar document, String method, CalendarEntry entry) {
        switch (entry) {
            case Single _ -> once(document, new Form(method, entry.getClass(), Optional.empty()));
            case OneOfSeries one ->
                once(
                        document,
                        new Form(
                                method,
                                entry.getClass(),
                                Optional.of(one.occurrence().zone())));
            // What people say about a rule, the library judges as well.
            case WholeSeries _ -> look(document);
        }
    }

    private void once(Calendar document, Form form) {
        if (sound.contains(form)) return;
        look(document);
        sound.add(form);
    }

    private static void look(Calendar document) {
        var faults = document.validate();
        if (faults.hasErrors()) throw new IllegalStateException("not a calendar document: " + faults);
    }
}
