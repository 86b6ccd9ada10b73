package dev.parley.query.transcripts;

import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.query.Hints;
import dev.parley.query.Stamp;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Keeps each line, numbered as it came; a line that is heard again keeps its number. */
@Component
@ProcessingGroup("view.transcripts")
final class TranscriptProjection {
    private final JdbcClient jdbc;
    private final Hints hints;

    TranscriptProjection(JdbcClient jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.hints = hints;
    }

    @EventHandler
    void on(TranscriptEvent event, Stamp stamp) {
        switch (event) {
            case SegmentRecorded e -> record(e, stamp);
            case SegmentCorrected e -> correct(e, stamp);
            case SegmentRedacted e -> takeOut(e, stamp);
            case TranscriptGapRecorded e -> leaveOut(e, stamp);
        }
        stamp.tell(hints, "transcript", event.meetingId());
    }

    @ResetHandler
    void forget() {
        jdbc.sql("delete from transcript_line").update();
    }

    private void record(SegmentRecorded e, Stamp stamp) {
        insert(e, e.segmentId(), stamp)
                .param("speaker", e.speaker().value())
                .param("name", e.speakerName())
                .param("role", e.speakerRole().name())
                .param("text", e.text())
                .param("start", e.startedAt().atOffset(ZoneOffset.UTC))
                .param("end", e.endedAt().atOffset(ZoneOffset.UTC))
                .param("source", e.source().name())
                .param("gap", null)
                .update();
    }

    /** A gap is a line without words: nothing finds it, and everybody who reads on sees it. */
    private void leaveOut(TranscriptGapRecorded e, Stamp stamp) {
        insert(e, e.gapId(), stamp)
                .param("speaker", e.speaker().value())
                .param("name", e.speakerName())
                .param("role", e.speakerRole().name())
                .param("text", "")
                .param("start", e.startedAt().atOffset(ZoneOffset.UTC))
                .param("end", e.endedAt().atOffset(ZoneOffset.UTC))
                .param("source", Source.SPEECH.name())
                .param("gap", e.cause().name())
                .update();
    }

    private StatementSpec insert(TranscriptEvent e, SegmentId id, Stamp stamp) {
        return line(e, id.value(), stamp, """
                insert into transcript_line (tenant_id, meeting_id, segment_id, sequence, number, speaker, speaker_name,
                    speaker_role, text, started_at, ended_at, source, gap)
                select :tenant, :meeting, :segment, :sequence, 1 + coalesce(max(number), 0), :speaker, :name,
                    :role, :text, :start, :end, :source, :gap
                from transcript_line where tenant_id = :tenant and meeting_id = :meeting
                on conflict (tenant_id, meeting_id, segment_id) do nothing
                """);
    }

    private void correct(SegmentCorrected e, Stamp stamp) {
        line(e, e.segmentId().value(), stamp, """
                update transcript_line set text = :text, corrected = true, sequence = :sequence
                where tenant_id = :tenant and meeting_id = :meeting and segment_id = :segment and sequence < :sequence
                """).param("text", e.text()).update();
    }

    private void takeOut(SegmentRedacted e, Stamp stamp) {
        line(e, e.segmentId().value(), stamp, """
                update transcript_line set text = '', redacted = true, sequence = :sequence
                where tenant_id = :tenant and meeting_id = :meeting and segment_id = :segment and sequence < :sequence
                """).update();
    }

    private StatementSpec line(TranscriptEvent e, UUID segment, Stamp stamp, String sql) {
        return jdbc.sql(sql)
                .param("tenant", stamp.tenant().value())
                .param("meeting", e.meetingId().value())
                .param("segment", segment)
                .param("sequence", stamp.sequence());
    }
}
