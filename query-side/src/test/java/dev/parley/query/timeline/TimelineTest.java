package dev.parley.query.timeline;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Envelope;
import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisEvent.SegmentAnalysed;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.Reading;
import dev.parley.api.analysis.Sentiment;
import dev.parley.api.audit.AuditQuery.StoredEventLine;
import dev.parley.api.calendar.CalendarEvent.SlotBooked;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.lead.LeadEvent.InsightRecorded;
import dev.parley.api.lead.LeadEvent.LeadRegistered;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationEvent.NotificationRequested;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final MeetingId anotherCall = new MeetingId(uuid("another call"));
    private static final InterviewId interview = InterviewId.of(discoveryCall);
    private static final NotificationId invitation =
            NotificationId.of(discoveryCall, NotificationKind.INVITATION, lena.email(), "seq-0");
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new TimelineProjection(views.jdbc()));
    }

    @Test
    void tells_a_meeting_from_all_streams_that_speak_of_it_in_the_order_of_the_log() {
        aWholeMeeting();

        assertThat(timeline(demo, discoveryCall))
                .extracting(StoredEventLine::type)
                .containsExactly(
                        "calendar.SlotHeld",
                        "meeting.MeetingScheduled",
                        "meeting.QuestionSetPinned",
                        "notification.NotificationRequested",
                        "calendar.SlotBooked",
                        "interview.InterviewerSeated",
                        "transcript.SegmentRecorded",
                        "lead.InsightRecorded",
                        "meeting.MeetingEnded");
        assertThat(timeline(demo, discoveryCall))
                .extracting(StoredEventLine::position)
                .isSorted();
    }

    @Test
    void shows_each_fact_as_it_was_stored() {
        aWholeMeeting();

        var scheduled = timeline(demo, discoveryCall).get(1);
        assertThat(scheduled.stream()).isEqualTo(discoveryCall.toString());
        assertThat(scheduled.sequence()).isZero();
        assertThat(scheduled.revision()).isEqualTo("1");
        assertThat(scheduled.at()).isEqualTo(now);
        assertThat(scheduled.envelope()).containsEntry(Envelope.TENANT_ID, demo.toString());
        assertThat(scheduled.payload()).containsEntry("title", "Discovery call").containsEntry("hostId", "alice");
    }

    @Test
    void shows_its_own_streams_even_before_any_view_has_heard_of_it() {
        aWholeMeeting();
        views.asSuperuser().sql("delete from timeline").update();

        assertThat(timeline(demo, discoveryCall))
                .extracting(StoredEventLine::type)
                .containsExactly(
                        "meeting.MeetingScheduled",
                        "meeting.QuestionSetPinned",
                        "interview.InterviewerSeated",
                        "transcript.SegmentRecorded",
                        "meeting.MeetingEnded");
    }

    @Test
    void shows_that_words_were_taken_out_and_why_but_not_which() {
        var quote = new BuyingSignal(BuyingSignal.Kind.BUDGET, 0, 4, "Word", false, 0.9);
        told.that(discoveryCall, aDiscoveryCall().soFar())
                .that(TranscriptId.of(discoveryCall), said(1))
                .that(TranscriptId.of(discoveryCall), said(2))
                .that(
                        AnalysisId.of(discoveryCall),
                        new SegmentAnalysed(
                                AnalysisId.of(discoveryCall),
                                discoveryCall,
                                demo,
                                segment(1),
                                new Reading(new Sentiment(Sentiment.Mood.NEUTRAL, 0.5), List.of(quote), "test-1")))
                .that(
                        TranscriptId.of(discoveryCall),
                        new SegmentRedacted(discoveryCall, segment(1), "not for the record"));

        assertThat(timeline(demo, discoveryCall).toString())
                .contains("Word 2", "not for the record", "[taken out]")
                .doesNotContain("Word 1", "quote=Word");
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        aWholeMeeting();
        var once = timeline(demo, discoveryCall);

        told.again();
        assertThat(timeline(demo, discoveryCall)).isEqualTo(once);

        told.rebuilt();
        assertThat(timeline(demo, discoveryCall)).isEqualTo(once);
    }

    @Test
    void leads_nobody_to_the_streams_of_other_things() {
        told.that(lenasLead, new LeadRegistered(lenasLead, demo, "alice", lenasContact));

        assertThat(timeline(demo, new MeetingId(lenasLead.value()))).isEmpty();
    }

    @Test
    void keeps_other_tenants_out() {
        aWholeMeeting();

        assertThat(timeline(elsewhere, discoveryCall)).isEmpty();
    }

    @Test
    void streams_hundreds_of_facts_without_holding_them_or_a_connection() {
        told.that(discoveryCall, aDiscoveryCall().soFar());
        for (var i = 0; i < 500; i++) told.that(TranscriptId.of(discoveryCall), said(i));

        StepVerifier.create(new TimelineReader(views.reads()).of(demo, discoveryCall), 0)
                .thenRequest(3)
                .expectNextCount(3)
                .then(TimelineTest::givesItsConnectionBack)
                .thenRequest(300)
                .expectNextCount(300)
                .then(TimelineTest::givesItsConnectionBack)
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(502 - 303)
                .verifyComplete();
    }

    private static void givesItsConnectionBack() {
        var pool = views.connections().getMetrics().orElseThrow();
        await().untilAsserted(() -> assertThat(pool.acquiredSize()).isZero());
    }

    private void aWholeMeeting() {
        var slot = nextTuesday9amBerlin().slot();
        told.that(lenasLead, new LeadRegistered(lenasLead, demo, "alice", lenasContact))
                .that(alicesCalendar, new SlotHeld(alicesCalendar, demo, discoveryCall, slot, now.plusSeconds(120)))
                .that(discoveryCall, aDiscoveryCall().soFar())
                .that(alicesCalendar, new SlotHeld(alicesCalendar, demo, anotherCall, slot, now.plusSeconds(120)))
                .that(
                        invitation,
                        new NotificationRequested(
                                invitation, demo, discoveryCall, NotificationKind.INVITATION, lena, "seq-0", 0))
                .that(alicesCalendar, new SlotBooked(alicesCalendar, discoveryCall, slot))
                .that(
                        interview,
                        new InterviewerSeated(
                                interview, discoveryCall, demo, parleyInTheRoom.participantId(), qualification))
                .that(TranscriptId.of(discoveryCall), said(1))
                .that(lenasLead, new InsightRecorded(lenasLead, discoveryCall, "pain", "no-shows", List.of(segment(1))))
                .that(discoveryCall, aDiscoveryCall().ended());
    }

    private static SegmentRecorded said(int number) {
        return new SegmentRecorded(
                discoveryCall,
                demo,
                segment(number),
                lenaInTheRoom.participantId(),
                "Lena Lead",
                Invitee.Role.LEAD,
                "Word " + number,
                now,
                now.plusSeconds(1),
                Source.SPEECH);
    }

    private static List<StoredEventLine> timeline(TenantId tenant, MeetingId meeting) {
        return new TimelineReader(views.reads())
                .of(tenant, meeting)
                .collectList()
                .block();
    }
}
