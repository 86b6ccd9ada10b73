package dev.parley.command.meeting;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.BusyTimes.State;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.hostpool.HostPoolCommand.AssignHost;
import dev.parley.api.hostpool.HostPoolCommand.Assigned;
import dev.parley.api.hostpool.HostPoolCommand.WithdrawAssignment;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.HostPoolRefusal;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A pool says that it is Carol's turn. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostChoiceTest {
    private static final HostPoolId inbound = new HostPoolId(uuid("pool inbound"));
    private static final Host carol = new Host("carol", "Carol Seller");
    private static final String fromThePool = "\"hostPool\":\"" + inbound + "\"";

    @Nested
    class Of_a_new_meeting {
        private final AtTheAppointmentDesk desk = new AtTheAppointmentDesk();
        private final RecordedCommands recorded =
                desk.recorded.answering(AssignHost.class, new Assigned(carol, "Carol's turn", 3));

        @Test
        void is_the_pools_and_the_time_is_held_on_that_calendar() {
            desk.schedule(fromThePool).expectStatus().isCreated();
            assertThat(recorded.given()).contains(new AssignHost(inbound, alice, now, discoveryCall, List.of()));
            assertThat(given(recorded, HoldSlot.class))
                    .extracting(HoldSlot::calendarId)
                    .containsExactly(CalendarId.of(demo, "carol"));
            assertThat(desk.scheduled().hostOrSelf()).isEqualTo(carol);
        }

        @Test
        void goes_on_to_the_next_when_a_calendar_says_no() {
            recorded.answering(HoldSlot.class, new Refused(CalendarRefusal.SLOT_TAKEN, "localStart"))
                    .answering(
                            AssignHost.class,
                            new Assigned(carol, "Carol's turn", 3),
                            new Refused(HostPoolRefusal.NOBODY_FREE));
            refused(desk.schedule(fromThePool), 409, "NOBODY_FREE", "");
            assertThat(given(recorded, AssignHost.class))
                    .extracting(AssignHost::busy)
                    .containsExactly(List.of(), List.of("carol"));
            assertThat(given(recorded, ScheduleMeeting.class)).isEmpty();
        }

        @Test
        void counts_for_nobody_when_the_meeting_comes_to_nothing() {
            recorded.answering(ScheduleMeeting.class, new Refused(MeetingRefusal.ID_REUSED, "meetingId"));
            refused(desk.schedule(fromThePool), 409, "ID_REUSED", "meetingId");
            assertThat(recorded.given().getLast())
                    .isEqualTo(new WithdrawAssignment(inbound, alice, now, discoveryCall));
        }

        @Test
        void asks_nobody_for_what_is_refused_anyway() {
            desk.schedule(fromThePool + ",\"reminders\":[\"PT1S\"]");
            assertThat(given(recorded, AssignHost.class)).isEmpty();
        }

        @Test
        void says_that_there_is_no_such_pool() {
            recorded.answering(AssignHost.class, new Refused(HostPoolRefusal.HOST_POOL_UNKNOWN));
            refused(desk.schedule(fromThePool), 404, "HOST_POOL_UNKNOWN", "hostPool");
            refused(desk.schedule("\"hostPool\":\"7\""), 400, "MALFORMED_ID", "hostPool");
        }
    }

    @Nested
    class Of_a_meeting_that_there_is {
        private final RecordedCommands recorded = AtTheMeetingDesk.recorded();
        private final KnownBusyTimes elsewhere = new KnownBusyTimes();
        private final Counter counter = AtTheMeetingDesk.with(recorded, elsewhere);

        @Test
        void is_a_named_host_whose_time_is_held_first() {
            reassign("\"hostId\":\"carol\",\"hostName\":\"Carol Seller\",\"reason\":\"Bob is ill\"");
            assertThat(given(recorded, HoldSlot.class)).singleElement().satisfies(hold -> {
                assertThat(hold.calendarId()).isEqualTo(CalendarId.of(demo, "carol"));
                assertThat(hold.slot()).isEqualTo(nextTuesday9amBerlin().slot());
            });
            assertThat(recorded.given().getLast())
                    .isEqualTo(new ReassignMeeting(discoveryCall, alice, now, carol, "Bob is ill"));
        }

        @Test
        void is_judged_on_the_terms_of_a_new_meeting() {
            var busy = nextTuesday9amBerlin().slot();
            elsewhere.are(State.FRESH, busy);
            recorded.answering(AssignHost.class, new Assigned(carol, "Carol's turn", 3));
            reassign("\"hostId\":\"carol\"");
            reassign(fromThePool + ",\"overrule\":true");
            assertThat(given(recorded, HoldSlot.class))
                    .extracting(HoldSlot::terms)
                    .containsExactly(
                            new Terms("discovery", false, new BusyTimes(State.FRESH, List.of(busy))),
                            new Terms("discovery", true, new BusyTimes(State.FRESH, List.of(busy))));
        }

        @Test
        void is_the_pools_but_not_whom_it_has() {
            recorded.answering(AssignHost.class, new Assigned(carol, "Carol's turn", 3));
            reassign(fromThePool);
            assertThat(given(recorded, AssignHost.class))
                    .containsExactly(new AssignHost(inbound, alice, now, discoveryCall, List.of(bob.id())));
            assertThat(recorded.given().getLast()).isEqualTo(new ReassignMeeting(discoveryCall, alice, now, carol, ""));
        }

        @Test
        void needs_no_time_that_has_passed() {
            recorded.answering(
                    ConfirmMeeting.class, AtTheMeetingDesk.agreed(nextTuesday9amBerlin(), MeetingStatus.ACTIVE));
            reassign("\"hostId\":\"carol\"");
            assertThat(given(recorded, HoldSlot.class)).isEmpty();
        }

        @Test
        void must_be_named() {
            refused(counter.post(path(), "{}"), 400, "MISSING", "hostId");
            refused(counter.post(path(), "{\"hostId\":\"a\\nb\"}"), 400, "CONTROL_CHARACTERS", "hostId");
            refused(counter.post(path(), "{\"hostPool\":\"7\"}"), 400, "MALFORMED_ID", "hostPool");
            assertThat(recorded.given()).isEmpty();
        }

        private void reassign(String members) {
            counter.post(path(), "{" + members + "}").expectStatus().isNoContent();
        }

        private static String path() {
            return "/meetings/" + discoveryCall + "/reassign";
        }
    }

    private static <T> List<T> given(RecordedCommands recorded, Class<T> type) {
        return recorded.given().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
