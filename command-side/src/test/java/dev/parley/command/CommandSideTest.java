package dev.parley.command;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.calendar.CalendarRefusal.CALENDAR_UNKNOWN;
import static dev.parley.api.interview.InterviewRefusal.INTERVIEW_UNKNOWN;
import static dev.parley.api.lead.LeadRefusal.LEAD_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.notification.NotificationRefusal.NOTIFICATION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.Command;
import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.ReleaseSlot;
import dev.parley.api.calendar.NothingElsewhere;
import dev.parley.api.calendar.NothingElsewhere.NobodyKnown;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.api.feed.PlainFeedSecrets;
import dev.parley.api.interview.InterviewCommand.ResumeInterview;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.lead.LeadCommand.ConfirmLead;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.NoGuestLinks;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationCommand.RecordNotificationFailed;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import reactor.core.publisher.Mono;

/** All parts together, as Spring and Axon put them together, on a log in memory. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.update-check.disabled=true",
            "axon.serializer.general=jackson3",
            "spring.main.banner-mode=off",
            "logging.level.root=error"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandSideTest {
    private static final Duration soon = Duration.ofSeconds(30);

    @Autowired
    private Commands commands;

    @Autowired
    private CommandGateway gateway;

    @Autowired
    private EventStore events;

    @Autowired
    private LogInMemory log;

    @BeforeEach
    void aDiscoveryCallIsScheduled() {
        give(aDiscoveryCall().schedule());
    }

    @Test
    @DirtiesContext
    void carries_a_meeting_from_the_appointment_to_the_first_words() {
        give(new StartMeeting(discoveryCall, alice, now));
        give(new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom));
        give(new GiveDisclosure(discoveryCall, parley, now, "I am an AI."));
        give(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), "Yes."));

        var words = new RecordSegment(
                discoveryCall, as(lena), now, segment(1), lena.participantId(), "Hi.", now, now, Source.TYPED);
        assertThat(give(words)).isEqualTo(0L);
        assertThat(give(words)).isEqualTo(0L);
    }

    @Test
    @DirtiesContext
    void keeps_to_the_version_that_a_client_saw() {
        var receipt = wait(commands.send(rename("Kick-off"), IfMatch.of("\"1\"")));
        assertThat(receipt.version()).isEqualTo(2);
        refuses(VERSION_IS_STALE, commands.send(rename("Again"), IfMatch.of("\"1\"")));
        refuses(VERSION_IS_STALE, commands.send(rename("Again"), IfMatch.of("\"7\"")));
        assertThat(wait(commands.send(rename("Again"), IfMatch.of("\"2\""))).version())
                .isEqualTo(3);
    }

    @Test
    @DirtiesContext
    void says_first_that_the_client_saw_an_old_version_but_not_to_strangers() {
        wait(commands.send(rename("Kick-off"), IfMatch.of("\"1\"")));
        refuses(VERSION_IS_STALE, commands.send(rename("Kick-off"), IfMatch.of("\"1\"")));
        refuses(NOTHING_CHANGES, commands.send(rename("Kick-off"), IfMatch.of("\"2\"")), "title");
        refuses(
                MEETING_UNKNOWN,
                commands.send(new ReviseMeetingDetails(discoveryCall, eve, now, "Mine"), IfMatch.of("\"1\"")));
    }

    @Test
    @DirtiesContext
    void decides_on_what_another_node_has_stored_meanwhile() {
        events.publish(new GenericDomainEventMessage<>(
                "Meeting", discoveryCall.toString(), 2, new MeetingDetailsRevised(discoveryCall, "Kick-off", 1)));

        refuses(NOTHING_CHANGES, commands.send(rename("Kick-off")), "title");
        assertThat(wait(commands.send(rename("Again"))).version()).isEqualTo(3);
    }

    @Test
    @DirtiesContext
    void asks_the_log_nothing_before_it_adds_to_what_it_remembers() {
        var before = log.questions();
        wait(commands.send(rename("Kick-off"), IfMatch.of("\"1\"")));
        wait(commands.send(rename("Again")));
        assertThat(log.questions()).isEqualTo(before);
    }

    @Test
    @DirtiesContext
    void forgets_what_was_refused() {
        refuses(NOTHING_CHANGES, commands.send(rename("Discovery call")), "title");
        assertThat(wait(commands.send(rename("Kick-off"))).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void knows_nothing_of_what_never_was(Command command, Refusal refusal) {
        assertThat(assertThrows(Refused.class, () -> give(command)), refused(refusal));
    }

    @Test
    void knows_nothing_of_what_is_elsewhere() {
        assertThat(
                assertThrows(Refused.class, () -> give(new CancelMeeting(discoveryCall, eve, now, ""))),
                refused(MEETING_UNKNOWN));
    }

    static List<Object[]> unknown() {
        var nowhere = uuid("nowhere");
        var meeting = new MeetingId(nowhere);
        return List.of(
                new Object[] {new CancelMeeting(meeting, alice, now, ""), MEETING_UNKNOWN},
                new Object[] {
                    new RecordSegment(
                            meeting,
                            parley,
                            now,
                            segment(1),
                            ParticipantId.interviewerOf(meeting),
                            "Hi.",
                            now,
                            now,
                            Source.INTERVIEWER),
                    MEETING_UNKNOWN
                },
                new Object[] {new ReleaseSlot(alicesCalendar, theHouse, now, meeting), CALENDAR_UNKNOWN},
                new Object[] {new PinQuestionSet(new QuestionSetId(nowhere), alice, now), QUESTION_SET_UNKNOWN},
                new Object[] {new ResumeInterview(new InterviewId(nowhere), bob, now), INTERVIEW_UNKNOWN},
                new Object[] {new ConfirmLead(lenasLead, alice, now), LEAD_UNKNOWN},
                new Object[] {
                    new RecordNotificationFailed(new NotificationId(nowhere), theHouse, now, ""), NOTIFICATION_UNKNOWN
                });
    }

    private static ReviseMeetingDetails rename(String title) {
        return new ReviseMeetingDetails(discoveryCall, alice, now, title);
    }

    private Object give(Command command) {
        return gateway.sendAndWait(command);
    }

    private static <T> T wait(Mono<T> answer) {
        return answer.block(soon);
    }

    private static void refuses(Refusal refusal, Mono<?> answer) {
        refuses(refusal, answer, "");
    }

    private static void refuses(Refusal refusal, Mono<?> answer, String field) {
        assertThat(assertThrows(Refused.class, () -> answer.block(soon)), refused(refusal, field));
    }

    @Configuration
    @EnableAutoConfiguration
    @Import({CommandSide.class, NothingElsewhere.class, NobodyKnown.class})
    static class House {
        @Bean
        LogInMemory log() {
            return new LogInMemory();
        }

        @Bean(destroyMethod = "shutdownNow")
        ScheduledExecutorService later() {
            return Executors.newSingleThreadScheduledExecutor();
        }

        @Bean
        CommandGateway gateway(CommandBus bus, ScheduledExecutorService later) {
            return LogInMemory.deciding(bus, later);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(now, ZoneOffset.UTC);
        }

        @Bean
        PreferenceLinks preferenceLinks() {
            return new PlainPreferenceLinks();
        }

        @Bean
        FeedSecrets feedSecrets() {
            return new PlainFeedSecrets();
        }

        @Bean
        GuestLinks links() {
            return new NoGuestLinks();
        }
    }
}
