package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;

import dev.parley.api.Event;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.*;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.*;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.HandLowered;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.History;
import dev.parley.saga.MovableClock;
import dev.parley.saga.TheLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lena's call, told event by event; what the interviewer decides becomes an event as on the deciding side. */
final class Conversation {
    static final InterviewId interview = InterviewId.of(discoveryCall);
    static final InterviewSettings settings = settings(Duration.ofMillis(500));

    /** @param patience with an interviewer that thinks */
    static InterviewSettings settings(Duration patience) {
        return new InterviewSettings(
                new PauseSettings(
                        Duration.ofMillis(700),
                        Duration.ofMillis(1_600),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(3)),
                Map.of(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                patience,
                Duration.ofMillis(100),
                Duration.ofSeconds(60),
                Duration.ofSeconds(45),
                0.5,
                2,
                4,
                Duration.ofSeconds(6));
    }

    private Instant time = nextTuesday9amBerlin().start();
    private final TheLog log = new TheLog(this::tick);
    private final History history = log.history();
    private int segments;
    private int moves;
    final DecidingSide decidingSide = new DecidingSide()
            .when(AskQuestion.class, ask -> asked(ask.questionId(), ask.followUp(), ask.reason(), ask.text()))
            .when(YieldFloor.class, floor -> yielded(floor.participantId(), floor.text()))
            .when(RaiseHand.class, hand -> happened(new HandLowered(discoveryCall, hand.participantId())))
            .when(TakeTurn.class, turn -> tookTurn(turn.reason(), turn.text()))
            .when(
                    RecordAnswer.class,
                    it -> happened(new AnswerRecorded(interview, discoveryCall, it.questionId(), it.answer())))
            .when(
                    SkipQuestion.class,
                    it -> happened(new QuestionSkipped(interview, discoveryCall, it.questionId(), it.reason())))
            .when(SwitchLanguage.class, it -> happened(new LanguageSwitched(interview, discoveryCall, it.language())))
            .when(
                    CompleteInterview.class,
                    it -> happened(new InterviewCompleted(interview, discoveryCall, it.reason())));

    private Instant tick() {
        time = time.plusMillis(10);
        return time;
    }

    /** Scheduled with these questions, started, and the interviewer has taken its seat. */
    static Conversation about(Question... questions) {
        var set = new PinnedQuestionSet(qualification.questionSetId(), 3, "Qualification", List.of(questions));
        var call = aDiscoveryCall();
        var conversation = new Conversation();
        conversation.happened(call.scheduled(), call.started(), call.leadJoined());
        conversation.happened(
                new InterviewerSeated(interview, discoveryCall, demo, ParticipantId.interviewerOf(discoveryCall), set));
        conversation.happened(call.interviewerJoined(), call.disclosed());
        return conversation;
    }

    /** And the lead has agreed and was greeted. */
    static Conversation inWhichLenaAgreed(Question... questions) {
        return about(questions).agreed().greeted();
    }

    Conversation happened(Event... events) {
        log.says(events);
        return this;
    }

    Conversation agreed() {
        return happened(aDiscoveryCall().leadConsented());
    }

    Conversation greeted() {
        return tookTurn(MoveReason.GREETING, "Hello");
    }

    Conversation saidGoodbye() {
        return tookTurn(MoveReason.CLOSING, "Goodbye");
    }

    Conversation asked(Question question) {
        return asked(question, 0, MoveReason.NEXT_IN_ORDER);
    }

    Conversation asked(Question question, int followUp, MoveReason reason) {
        return asked(question.questionId(), followUp, reason, question.text());
    }

    /** Lena says something; the latest words are {@link #latest()}. */
    Conversation said(String text) {
        return says(++segments, text, Invitee.Role.LEAD);
    }

    Conversation saidByTheHost(String text) {
        return says(++segments, text, Invitee.Role.HOST);
    }

    Conversation saidByTheGuest(String text) {
        return says(++segments, text, Invitee.Role.GUEST);
    }

    /** Of the newest words of the interviewer, Lena has heard so much. */
    Conversation cutOff(int characters) {
        return happened(new SpeechCutOff(interview, discoveryCall, latestMove(), characters));
    }

    /** Alice, who hosts, and Gus, a guest, are in the room too. */
    Conversation joinedByAliceAndGus() {
        return happened(
                new ParticipantJoined(discoveryCall, aliceInTheRoom),
                new ParticipantJoined(discoveryCall, gusInTheRoom));
    }

    Conversation raisesHand(Participant who) {
        return happened(new HandRaised(discoveryCall, who.participantId()));
    }

    Conversation answered(Question question, String value, double confidence) {
        return happened(answerRecorded(question, value, confidence));
    }

    Conversation skipped(Question question, MoveReason reason) {
        return happened(new QuestionSkipped(interview, discoveryCall, question.questionId(), reason));
    }

    Conversation minutesLeft(double minutes) {
        time = nextTuesday9amBerlin().end().minusSeconds((long) (minutes * 60));
        return this;
    }

    /** Under which the interviewer's newest words stand. */
    SegmentId latestMove() {
        return new SegmentId(uuid("move " + moves));
    }

    SegmentId latest() {
        return segment(segments);
    }

    Instant now() {
        return time;
    }

    Clock clock() {
        return new MovableClock(() -> time);
    }

    History history() {
        return history;
    }

    Progress progress() {
        return Progress.of(discoveryCall, history);
    }

    static InterviewEvent answerRecorded(Question question, String value, double confidence) {
        return new AnswerRecorded(
                interview,
                discoveryCall,
                question.questionId(),
                new Answer(value, confidence, List.of(segment(1)), "words"));
    }

    private Conversation asked(QuestionId question, int followUp, MoveReason reason, String text) {
        moves++;
        return happened(new QuestionAsked(
                interview,
                discoveryCall,
                moves,
                question,
                followUp,
                text,
                reason,
                new SegmentId(uuid("move " + moves))));
    }

    private Conversation tookTurn(MoveReason reason, String text) {
        moves++;
        return happened(
                new TurnTaken(interview, discoveryCall, moves, text, reason, new SegmentId(uuid("move " + moves))));
    }

    private void yielded(ParticipantId to, String text) {
        moves++;
        happened(new FloorYielded(interview, discoveryCall, moves, to, text, new SegmentId(uuid("move " + moves))));
    }

    private Conversation says(int number, String text, Invitee.Role role) {
        var who = switch (role) {
            case HOST -> aliceInTheRoom;
            case GUEST -> gusInTheRoom;
            case LEAD, INTERVIEWER -> lenaInTheRoom;
        };
        return happened(new SegmentRecorded(
                discoveryCall,
                demo,
                segment(number),
                who.participantId(),
                who.name(),
                role,
                text,
                time,
                time,
                Source.TYPED));
    }
}
