package dev.parley.query.agenda;

import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.AgendaEntry;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.Response;
import dev.parley.api.series.Occurrence;
import dev.parley.query.Cells;
import dev.parley.query.Documents;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads who meets whom in a range of time. */
@Component
final class AgendaReader {
    private final TenantReads reads;

    AgendaReader(TenantReads reads) {
        this.reads = reads;
    }

    /** Everything that overlaps the range, however little; of one host if one is given. */
    Flux<AgendaEntry> between(TenantId tenant, Instant from, Instant to, Optional<String> host) {
        // No meeting lasts longer than 8 hours, which gives the index on the start both ends of the range.
        return reads.many(
                tenant,
                database -> database.sql("""
                        select * from agenda
                        where starts_at > :from - interval '8 hours' and starts_at < :to and ends_at > :from
                          and (:host = '' or host_id = :host)
                        order by starts_at, meeting_id
                        """)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("host", host.orElse(""))
                        .map(AgendaReader::entry)
                        .all());
    }

    private static AgendaEntry entry(Readable row) {
        var cells = new Cells(row);
        return new AgendaEntry(
                new MeetingId(cells.id("meeting_id")),
                cells.text("title"),
                cells.text("meeting_type"),
                cells.text("host_id"),
                cells.text("host_name"),
                new LeadId(cells.id("lead_id")),
                cells.text("lead_name"),
                cells.instant("starts_at"),
                cells.instant("ends_at"),
                cells.localTime("local_start"),
                ZoneId.of(cells.text("zone")),
                cells.number("duration_minutes"),
                cells.constant("status", MeetingStatus.class),
                cells.constant("interviewer", InterviewerKind.class),
                cells.maybe("occurrence", String.class).map(json -> Documents.read(json, Occurrence.class)),
                cells.maybeConstant("lead_response", Response.class),
                cells.count("version"));
    }
}
