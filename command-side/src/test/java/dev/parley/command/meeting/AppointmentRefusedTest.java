package dev.parley.command.meeting;

import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.calendar.CalendarRefusal.SLOT_TAKEN;
import static dev.parley.api.lead.LeadRefusal.LEAD_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.ID_REUSED;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.command.Counter.refused;
import static dev.parley.command.meeting.AtTheAppointmentDesk.body;
import static dev.parley.command.meeting.AtTheAppointmentDesk.hold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.RecordedCommands;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever is refused on the way to an appointment, nothing is left half done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppointmentRefusedTest {
    private final AtTheAppointmentDesk desk = new AtTheAppointmentDesk();
    private final RecordedCommands recorded = desk.recorded;

    @Test
    void leaves_no_trace_when_the_lead_is_unknown() {
        recorded.answering(ConfirmLead.class, new Refused(LEAD_UNKNOWN));
        refused(desk.schedule(""), 404, "LEAD_UNKNOWN", "leadId");
        assertThat(recorded.given()).hasSize(1);
    }

    @Test
    void leaves_no_trace_when_the_question_set_is_unknown() {
        recorded.answering(PinQuestionSet.class, new Refused(QUESTION_SET_UNKNOWN));
        refused(desk.schedule(""), 404, "QUESTION_SET_UNKNOWN", "questionSetId");
        assertThat(recorded.given()).hasSize(2);
    }

    @Test
    void schedules_nothing_when_the_time_is_taken() {
        recorded.answering(HoldSlot.class, new Refused(SLOT_TAKEN, "localStart"));
        refused(desk.schedule(""), 409, "SLOT_TAKEN", "localStart");
        assertThat(recorded.given()).last().isEqualTo(hold());
    }

    @Test
    void gives_the_time_back_when_the_meeting_says_no() {
        recorded.answering(ScheduleMeeting.class, new Refused(ID_REUSED, "meetingId"));
        refused(desk.schedule(""), 409, "ID_REUSED", "meetingId");
        assertThat(recorded.given())
                .last()
                .isEqualTo(new ReleaseHold(
                        alicesCalendar,
                        alice,
                        now,
                        discoveryCall,
                        nextTuesday9amBerlin().slot()));
    }

    @Test
    void keeps_the_time_when_nobody_knows_what_the_meeting_said() {
        recorded.answering(ScheduleMeeting.class, new Refused(NO_ANSWER_IN_TIME));
        refused(desk.schedule(""), 503, "NO_ANSWER_IN_TIME", "");
        assertThat(recorded.given()).last().isInstanceOf(ScheduleMeeting.class);
    }

    @Test
    void says_what_the_meeting_said_even_when_the_time_cannot_be_given_back() {
        recorded.answering(ScheduleMeeting.class, new Refused(ID_REUSED, "meetingId"));
        recorded.answering(ReleaseHold.class, new IllegalStateException("broken"));
        refused(desk.schedule(""), 409, "ID_REUSED", "meetingId");
    }

    @Test
    void holds_no_time_for_what_the_meeting_will_refuse() {
        recorded.answering(ScheduleMeeting.class, new Refused(STARTS_IN_THE_PAST, "localStart"));
        var past = body("Europe/Berlin", "2026-11-30T08:59", "");
        refused(desk.counter.post("/meetings", past), 422, "STARTS_IN_THE_PAST", "localStart");
        assertThat(recorded.given()).noneMatch(HoldSlot.class::isInstance);
    }

    @Test
    void does_not_keep_a_repetition_from_being_answered_though_its_time_has_passed() {
        desk.counter
                .post("/meetings", body("Europe/Berlin", "2026-11-30T08:59", ""))
                .expectStatus()
                .isCreated();
    }
}
