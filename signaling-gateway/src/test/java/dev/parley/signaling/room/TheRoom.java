package dev.parley.signaling.room;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.segment;

import dev.parley.api.Samples;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.InterviewerState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A room of the discovery call whose mesh takes two, what happens in it, and in short words what that makes it tell. */
final class TheRoom {
    static final ParticipantId alice = aliceInTheRoom.participantId();
    static final ParticipantId lena = lenaInTheRoom.participantId();
    static final ParticipantId gus = gusInTheRoom.participantId();
    static final ParticipantId parley = parleyInTheRoom.participantId();
    static final InterviewId interview = InterviewId.of(discoveryCall);

    static final RoomSettings settings =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("room", RoomSettings.class);

    final Room room = new Room(discoveryCall, new Mesh(2), new Reception(settings.level(), settings.quality()));

    void present(Participant... people) {
        for (var who : people) room.join(who);
    }

    void connected(Participant... people) {
        present(people);
        for (var who : people) room.on(who.participantId(), 1, new ClientFrame.Media(true, true));
    }

    static InterviewerSeated seated() {
        return new InterviewerSeated(interview, discoveryCall, Samples.demo, parley, Samples.qualification);
    }

    static QuestionAsked asked() {
        return new QuestionAsked(
                interview,
                discoveryCall,
                1,
                Samples.need.questionId(),
                0,
                Samples.need.text(),
                MoveReason.NEXT_IN_ORDER,
                segment(9));
    }

    static AnswerRecorded answered() {
        return new AnswerRecorded(
                interview,
                discoveryCall,
                Samples.need.questionId(),
                new Answer("everything", 0.9, List.of(segment(1)), "Everything"));
    }

    static ClientFrame.Segment words(int number, int revision, boolean isFinal, String text) {
        return new ClientFrame.Segment(
                segment(number), revision, isFinal, text, Optional.empty(), Optional.empty(), Source.SPEECH);
    }

    static SegmentRecorded recorded(int number, Participant speaker, String text, Source source) {
        return new SegmentRecorded(
                discoveryCall,
                Samples.demo,
                segment(number),
                speaker.participantId(),
                speaker.name(),
                speaker.role(),
                text,
                Samples.now,
                Samples.now,
                source);
    }

    static List<ParticipantId> recipients(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::to).toList();
    }

    static List<ServerFrame> frames(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.letter().frame()).toList();
    }

    static List<String> told(List<Delivery> deliveries) {
        return deliveries.stream().map(TheRoom::told).toList();
    }

    private static String told(Delivery delivery) {
        var letter = delivery.letter();
        return delivery.to() + " "
                + switch (letter.frame()) {
                    case ServerFrame.Joined(var who) -> "joined " + who.name();
                    case ServerFrame.Left(var who, var why) -> "left " + who + " " + why;
                    case ServerFrame.Negotiate(var peer, var polite, var epoch) ->
                        "negotiate " + peer + " polite " + polite + " epoch " + epoch;
                    case ServerFrame.Media(var audio, var video) ->
                        "media " + audio + " " + video + " from "
                                + letter.from().orElseThrow();
                    case ServerFrame.Interviewer(InterviewerState state) -> "interviewer " + state;
                    case ServerFrame.Speech(var _, var kind, var text, var _) -> "speech " + kind + " " + text;
                    case ServerFrame.Caption caption -> "caption " + caption.text();
                    case ServerFrame.Progress(var asked, var answered, var skipped, var total) ->
                        "progress " + asked + "/" + answered + "/" + skipped + " of " + total;
                    case ServerFrame.Status(var status) -> "status " + status;
                    case ServerFrame.Ended(var reason) -> "ended " + reason;
                    case ServerFrame.Error(var code, var _) -> "error " + code + " re " + letter.re();
                    default -> letter.toString();
                };
    }
}
