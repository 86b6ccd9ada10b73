package dev.parley.saga.interview;

import dev.parley.api.Event;
import dev.parley.api.Ids;
import dev.parley.api.StoredEvents;
import dev.parley.api.TenantId;
import dev.parley.api.interview.InterviewCommand;
import dev.parley.api.interview.InterviewCommand.*;
import dev.parley.api.interview.InterviewEvent.*;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.meeting.MeetingEvent.DisclosureGiven;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingStarted;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import dev.parley.saga.interview.DryRun.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** A meeting that never was, in a log and with a deciding side of its own, both in memory. Its clock runs as people speak. */
final class DryMeeting {
    private static final TenantId nobody = new TenantId(Ids.named("dry run", "tenant"));
    private static final MeetingTime someMorning = new MeetingTime(
            LocalDateTime.parse("2026-01-05T09:00"), ZoneId.of("Europe/Berlin"), Duration.ofHours(8), Optional.empty());

    /** 150 words a minute, and a moment before each turn. */
    private static final Duration WORD = Duration.ofMillis(400);

    private static final Duration PAUSE = Duration.ofMillis(1_500);

    private final MeetingId meeting = new MeetingId(Ids.named("dry run", "meeting"));
    private final InterviewId interview = InterviewId.of(meeting);
    private final Invitee lead = new Invitee(
            ParticipantId.ofInvitee(meeting, "lead@rehearsal.invalid"),
            "Robin",
            "lead@rehearsal.invalid",
            Invitee.Role.LEAD);
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final List<Line> lines = new ArrayList<>();
    private final Instant start = someMorning.start();
    private Instant now = start;
    private int moves;
    private int segments;

    DryMeeting(PinnedQuestionSet questions, Duration length) {
        var interviewer = ParticipantId.interviewerOf(meeting);
        happened(scheduled(length, questions.title()));
        happened(new MeetingStarted(meeting));
        happened(new ParticipantJoined(meeting, new Participant(lead.participantId(), lead.name(), lead.role())));
        happened(new InterviewerSeated(interview, meeting, nobody, interviewer, questions));
        happened(new ParticipantJoined(meeting, new Participant(interviewer, "Parley", Invitee.Role.INTERVIEWER)));
        happened(new DisclosureGiven(meeting, "This is a rehearsal."));
        happened(new ConsentGiven(meeting, lead.participantId(), "Yes."));
    }

    private MeetingScheduled scheduled(Duration length, String title) {
        var time = new MeetingTime(someMorning.localStart(), someMorning.zone(), length, Optional.empty());
        return new MeetingScheduled(
                meeting,
                nobody,
                "nobody",
                "Nobody",
                title,
                "rehearsal",
                new LeadId(Ids.named("dry run", "lead")),
                new RoomId("nowhere-in-particular"),
                time,
                start,
                "",
                List.of(lead),
                InterviewerKind.AI,
                List.of());
    }

    MeetingId meetingId() {
        return meeting;
    }

    History history() {
        return new History(EmbeddedEventStore.builder().storageEngine(log).build(), 0);
    }

    Progress progress() {
        return Progress.of(meeting, history());
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Duration sinceStart() {
        return Duration.between(start, now);
    }

    Clock clock() {
        return new SpokenTime();
    }

    /** A deciding side that says yes to everything and knows of nothing else. */
    Commands commands() {
        var bus = SimpleCommandBus.builder().build();
        Arrays.stream(InterviewCommand.class.getPermittedSubclasses())
                .forEach(type -> bus.subscribe(type.getName(), command -> {
                    carryOut((InterviewCommand) command.getPayload());
                    return 0L;
                }));
        return new Commands(DefaultCommandGateway.builder().commandBus(bus).build(), Duration.ofSeconds(5));
    }

    SegmentId leadSays(String words) {
        spoken(words, Optional.empty(), Optional.empty());
        var segment = new SegmentId(Ids.named("dry run", "segment", ++segments));
        happened(new SegmentRecorded(
                meeting,
                nobody,
                segment,
                lead.participantId(),
                lead.name(),
                lead.role(),
                words,
                now,
                now,
                Source.TYPED));
        return segment;
    }

    private void carryOut(InterviewCommand command) {
        switch (command) {
            case AskQuestion ask -> {
                spoken(ask.text(), Optional.of(ask.questionId()), Optional.of(ask.reason()));
                happened(new QuestionAsked(
                        interview,
                        meeting,
                        ++moves,
                        ask.questionId(),
                        ask.followUp(),
                        ask.text(),
                        ask.reason(),
                        ownWords()));
            }
            case TakeTurn turn -> {
                spoken(turn.text(), Optional.empty(), Optional.of(turn.reason()));
                happened(new TurnTaken(interview, meeting, ++moves, turn.text(), turn.reason(), ownWords()));
            }
            case RecordAnswer it -> happened(new AnswerRecorded(interview, meeting, it.questionId(), it.answer()));
            case SkipQuestion it -> happened(new QuestionSkipped(interview, meeting, it.questionId(), it.reason()));
            case SwitchLanguage it -> happened(new LanguageSwitched(interview, meeting, it.language()));
            case CompleteInterview it -> happened(new InterviewCompleted(interview, meeting, it.reason()));
            case SeatInterviewer _,
                    YieldFloor _,
                    AskForMoment _,
                    NoteCutOff _,
                    NoteSilence _,
                    NoteLeadsQuestion _,
                    RestModel _,
                    PauseInterview _,
                    ResumeInterview _,
                    HandInterviewToHuman _ -> {}
        }
    }

    private SegmentId ownWords() {
        return new SegmentId(Ids.named("dry run", "move", moves));
    }

    private void spoken(String words, Optional<QuestionId> question, Optional<MoveReason> reason) {
        now = now.plus(PAUSE).plus(WORD.multipliedBy(words.split("\\s+").length));
        lines.add(new Line(words, question, reason));
    }

    private void happened(Event event) {
        var stream = stream(event);
        var sequence = log.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
        now = now.plusMillis(1); // what comes later is later
        log.appendEvents(new GenericDomainEventMessage<>(
                StoredEvents.nameOf(event.getClass()),
                stream,
                sequence,
                event,
                MetaData.emptyInstance(),
                stream + "/" + sequence,
                now));
    }

    private String stream(Event event) {
        var feature = StoredEvents.nameOf(event.getClass());
        if (feature.startsWith("interview.")) return interview.toString();
        return feature.startsWith("transcript.") ? TranscriptId.of(meeting).toString() : meeting.toString();
    }

    private final class SpokenTime extends Clock {
        @Override
        public ZoneId getZone() {
            return someMorning.zone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
