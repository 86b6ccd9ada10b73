package dev.parley.api;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parleyInTheRoom;

import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.meeting.MeetingEvent.DisclosureGiven;
import dev.parley.api.meeting.MeetingEvent.LobbyOpened;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.MeetingStarted;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.api.meeting.MeetingEvent.QuestionSetPinned;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesId;
import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Half an hour with Lena and Gus; led by the AI when there are questions. Tells its own life as commands and events. */
public record DiscoveryCall(MeetingTime time, List<Invitee> invitees, Optional<PinnedQuestionSet> questions) {
    public static final RoomId room = new RoomId("a-room-that-nobody-guesses");
    public static final List<Duration> reminders = List.of(Duration.ofHours(24), Duration.ofMinutes(10));

    public DiscoveryCall at(MeetingTime other) {
        return new DiscoveryCall(other, invitees, questions);
    }

    public DiscoveryCall inviting(Invitee... others) {
        return new DiscoveryCall(time, List.of(others), questions);
    }

    public DiscoveryCall ledByAPerson() {
        return new DiscoveryCall(time, invitees, Optional.empty());
    }

    public ScheduleMeeting schedule() {
        return new ScheduleMeeting(
                discoveryCall,
                alice,
                now,
                "Discovery call",
                "discovery",
                lenasLead,
                room,
                time,
                invitees,
                interviewer(),
                questions,
                reminders);
    }

    public MeetingScheduled scheduled() {
        return scheduled(Optional.empty());
    }

    /** As the first of a series. */
    public MeetingScheduled scheduledWithin(SeriesId series) {
        return scheduled(Optional.of(new Occurrence(series, 1, time.localStart(), time.zone())));
    }

    private MeetingScheduled scheduled(Optional<Occurrence> occurrence) {
        return new MeetingScheduled(
                discoveryCall,
                demo,
                alice.id(),
                alice.name(),
                "Discovery call",
                "discovery",
                lenasLead,
                room,
                time,
                time.start(),
                ZoneRulesProvider.getVersions("UTC").lastEntry().getKey(),
                invitees,
                interviewer(),
                reminders,
                occurrence);
    }

    public QuestionSetPinned pinned() {
        return new QuestionSetPinned(discoveryCall, questions.orElseThrow());
    }

    /** All that was stored when it was scheduled. */
    public List<MeetingEvent> soFar() {
        return questions.isPresent() ? List.of(scheduled(), pinned()) : List.of(scheduled());
    }

    /** All that was stored when it was scheduled, and what came then. */
    public List<MeetingEvent> then(MeetingEvent... later) {
        return Stream.concat(soFar().stream(), Stream.of(later)).toList();
    }

    public LobbyOpened lobbyOpened() {
        return new LobbyOpened(discoveryCall);
    }

    public MeetingStarted started() {
        return new MeetingStarted(discoveryCall);
    }

    public ParticipantJoined joined(Participant participant) {
        return new ParticipantJoined(discoveryCall, participant);
    }

    public ParticipantJoined leadJoined() {
        return joined(lenaInTheRoom);
    }

    public ParticipantJoined interviewerJoined() {
        return joined(parleyInTheRoom);
    }

    public DisclosureGiven disclosed() {
        return new DisclosureGiven(discoveryCall, "I am an AI. I write down what we say. Is that all right?");
    }

    public ConsentGiven leadConsented() {
        return new ConsentGiven(discoveryCall, lenaInTheRoom.participantId(), "Yes, you may write down what I say.");
    }

    public MeetingEnded ended() {
        return new MeetingEnded(discoveryCall, MeetingStatus.COMPLETED, "interview complete");
    }

    public MeetingCancelled cancelled() {
        return new MeetingCancelled(discoveryCall, "Alice is ill", 1, CancelledBy.HOST);
    }

    private InterviewerKind interviewer() {
        return questions.isPresent() ? InterviewerKind.AI : InterviewerKind.HUMAN;
    }
}
