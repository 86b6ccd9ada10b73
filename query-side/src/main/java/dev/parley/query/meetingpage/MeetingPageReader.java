package dev.parley.query.meetingpage;

import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingQuery.QuestionLine;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.series.Occurrence;
import dev.parley.query.Cells;
import dev.parley.query.Documents;
import dev.parley.query.TenantReads;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads one meeting, for people over HTTP and for the other sides over the query bus. */
@Component
final class MeetingPageReader {
    private final TenantReads reads;

    MeetingPageReader(TenantReads reads) {
        this.reads = reads;
    }

    /** A future, because Axon would wait for a {@code Mono} on the caller's thread. */
    @QueryHandler
    CompletableFuture<Optional<MeetingPage>> answer(FindMeeting query) {
        return find(query.tenant(), query.meetingId()).toFuture().thenApply(Optional::ofNullable);
    }

    Mono<MeetingPage> find(TenantId tenant, MeetingId meeting) {
        return reads.one(
                tenant,
                database -> database.sql("select * from meeting_page where meeting_id = :meeting")
                        .bind("meeting", meeting.value())
                        .map(row -> page(tenant, new Cells(row)))
                        .one());
    }

    private static MeetingPage page(TenantId tenant, Cells cells) {
        return new MeetingPage(
                new MeetingId(cells.id("meeting_id")),
                tenant,
                cells.text("title"),
                cells.text("meeting_type"),
                new RoomId(cells.text("room_id")),
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
                cells.text("question_set_title"),
                cells.number("question_set_version"),
                cells.list("reminders", Duration.class),
                cells.number("sequence"),
                cells.list("invitees", InviteeLine.class),
                cells.list("questions", QuestionLine.class),
                cells.maybe("disclosure", String.class),
                cells.maybe("summary", String.class).map(json -> Documents.read(json, MeetingSummary.class)),
                cells.maybe("summary_approved_at", Instant.class),
                cells.maybe("started_at", Instant.class),
                cells.maybe("ended_at", Instant.class),
                cells.text("end_reason"),
                cells.maybeConstant("cancelled_by", CancelledBy.class),
                cells.maybe("occurrence", String.class).map(json -> Documents.read(json, Occurrence.class)),
                cells.maybe("door", String.class)
                        .map(json -> Documents.read(json, Door.class))
                        .orElse(Door.USUAL),
                cells.count("version"));
    }
}
