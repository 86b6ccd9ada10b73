package dev.parley.signaling.room;

import static dev.parley.signaling.frame.ServerFrame.InterviewerState.IDLE;
import static dev.parley.signaling.frame.ServerFrame.InterviewerState.LISTENING;
import static dev.parley.signaling.frame.ServerFrame.InterviewerState.PAUSED;
import static dev.parley.signaling.frame.ServerFrame.InterviewerState.SPEAKING;
import static dev.parley.signaling.frame.ServerFrame.InterviewerState.THINKING;

import dev.parley.api.Ids;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.InterviewerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the room knows of its meeting, from facts: how far it is, who agreed to be transcribed, what the interviewer does. Pure. */
final class Proceedings {
    private final MeetingId meetingId;
    private final Progress progress = new Progress();
    private final Map<ParticipantId, Boolean> consented = new HashMap<>();
    private final Participant interviewer;
    private MeetingStatus status = MeetingStatus.SCHEDULED;
    private Optional<Boolean> seated = Optional.empty();
    private boolean completed;
    private InterviewerState state = IDLE;
    private Optional<String> disclosure = Optional.empty();
    private Optional<ServerFrame.Speech> speaking = Optional.empty();
    private Optional<ServerFrame.Speech> stopped = Optional.empty();
    private Optional<SegmentId> thinksOn = Optional.empty();
    private ServerFrame.Ended ended = new ServerFrame.Ended("ended");

    Proceedings(MeetingId meetingId) {
        this.meetingId = meetingId;
        this.interviewer = new Participant(ParticipantId.interviewerOf(meetingId), "Parley", Invitee.Role.INTERVIEWER);
    }

    MeetingStatus status() {
        return status;
    }

    InterviewerState interviewerState() {
        return state;
    }

    Optional<String> disclosure() {
        return disclosure;
    }

    /** How it ended, once it is over. */
    ServerFrame.Ended ended() {
        return ended;
    }

    /** What the interviewer is saying just now. */
    Optional<ServerFrame.Speech> speaking() {
        return speaking;
    }

    Optional<ServerFrame.Present> presentInterviewer() {
        return seated.orElse(false) ? Optional.of(asPresent()) : Optional.empty();
    }

    boolean hasConsented(ParticipantId who) {
        return consented.getOrDefault(who, false);
    }

    Optional<ServerFrame> progress() {
        return progress.isUnderWay() ? Optional.of(progress.frame()) : Optional.empty();
    }

    /** Fills what this room, being younger than the meeting, has not heard itself; what it has heard is newer than the page. */
    void learn(MeetingPage page) {
        if (page.status().compareTo(status) > 0) status = page.status();
        page.invitees().forEach(line -> consented.putIfAbsent(line.participantId(), line.consented()));
        if (disclosure.isEmpty()) disclosure = page.disclosure();
        progress.learn(page.questions());
        if (seated.isEmpty() && isSeated(page)) {
            seated = Optional.of(true);
            state = LISTENING;
        }
    }

    private static boolean isSeated(MeetingPage page) {
        var line = page.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.INTERVIEWER)
                .findFirst();
        if (line.isPresent()) return line.get().inRoom();
        return page.interviewer() == InterviewerKind.AI && page.status() == MeetingStatus.ACTIVE;
    }

    List<Letter> on(MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.LobbyOpened _ -> become(MeetingStatus.LOBBY_OPEN);
            case MeetingEvent.MeetingStarted _ -> become(MeetingStatus.ACTIVE);
            case MeetingEvent.ParticipantJoined e
            when isInterviewer(e.participant().participantId()) -> seat();
            case MeetingEvent.ParticipantLeft e when isInterviewer(e.participantId()) -> unseat();
            case MeetingEvent.ParticipantJoined _, MeetingEvent.ParticipantLeft _ -> List.of();
            case MeetingEvent.DisclosureGiven e -> disclose(e.text());
            case MeetingEvent.ConsentGiven e -> consent(e.participantId(), true);
            case MeetingEvent.ConsentWithdrawn e -> consent(e.participantId(), false);
            case MeetingEvent.GoodbyeBegun _ -> become(MeetingStatus.ENDING);
            case MeetingEvent.MeetingReopened _ -> {
                status = MeetingStatus.ACTIVE;
                yield List.of(Letter.of(new ServerFrame.Status(status)));
            }
            case MeetingEvent.MeetingCancelled e -> end(MeetingStatus.CANCELLED, e.reason(), "cancelled");
            case MeetingEvent.LeadDidNotShow e -> e.isFinal() ? endWithoutLead() : become(MeetingStatus.LEAD_ABSENT);
            case MeetingEvent.NoShowConfirmed _ -> endWithoutLead();
            case MeetingEvent.MeetingEnded e -> end(e.outcome(), e.reason(), "ended");
            case MeetingEvent.MeetingScheduled _,
                    MeetingEvent.InviteeResponded _,
                    MeetingEvent.NewTimeProposed _,
                    MeetingEvent.ProposalDeclined _,
                    MeetingEvent.CalendarRepaired _,
                    MeetingEvent.QuestionSetPinned _,
                    MeetingEvent.MeetingRescheduled _,
                    MeetingEvent.MeetingInstantReResolved _,
                    MeetingEvent.MeetingReassigned _,
                    MeetingEvent.MeetingDetailsRevised _,
                    MeetingEvent.InviteeAdded _,
                    MeetingEvent.InviteeRemoved _,
                    MeetingEvent.PoorConnectionNoted _,
                    MeetingEvent.Moderation _,
                    MeetingEvent.SummaryWritten _,
                    MeetingEvent.SummaryApproved _ -> List.of();
        };
    }

    List<Letter> on(InterviewEvent event) {
        return switch (event) {
            case InterviewEvent.InterviewerSeated e -> {
                progress.of(e.questionSet().questions().size());
                yield also(seat(), progress.frame());
            }
            case InterviewEvent.QuestionAsked e -> {
                progress.asked(e.questionId());
                yield also(say(e.segmentId(), ServerFrame.Speech.Kind.QUESTION, e.text()), progress.frame());
            }
            case InterviewEvent.TurnTaken e -> say(e.segmentId(), ServerFrame.Speech.Kind.TURN, e.text());
            case InterviewEvent.FloorYielded e -> say(e.segmentId(), ServerFrame.Speech.Kind.TURN, e.text());
            case InterviewEvent.MomentAsked e -> {
                thinksOn = Optional.of(e.segmentId());
                yield say(e.segmentId(), ServerFrame.Speech.Kind.TURN, e.text());
            }
            case InterviewEvent.AnswerRecorded e -> {
                progress.answered(e.questionId());
                yield also(List.of(), progress.frame());
            }
            case InterviewEvent.QuestionSkipped e -> {
                progress.skipped(e.questionId());
                yield also(List.of(), progress.frame());
            }
            case InterviewEvent.SpeechCutOff _,
                    InterviewEvent.LeadStayedSilent _,
                    InterviewEvent.LeadsQuestionNoted _,
                    InterviewEvent.LanguageSwitched _,
                    InterviewEvent.ModelRested _ -> List.of();
            case InterviewEvent.InterviewPaused _ -> turnTo(PAUSED);
            case InterviewEvent.InterviewResumed _ -> turnTo(LISTENING);
            case InterviewEvent.InterviewHandedToHuman _ -> also(hushed(), turnTo(PAUSED));
            case InterviewEvent.InterviewCompleted _ -> complete();
        };
    }

    /** The lead has finished saying something: it is the interviewer's turn, if there is one at work. */
    List<Letter> leadHasSpoken() {
        return state == LISTENING || state == SPEAKING ? turnTo(THINKING) : List.of();
    }

    /** About now the words have been spoken; nobody knows exactly, because each browser speaks for itself. */
    List<Letter> speechIsOver(SegmentId spoken) {
        if (state != SPEAKING || !speaking.map(ServerFrame.Speech::segmentId).equals(Optional.of(spoken)))
            return List.of();
        if (thinksOn.equals(Optional.of(spoken))) return turnTo(THINKING);
        return turnTo(completed ? IDLE : LISTENING);
    }

    /** Somebody speaks into it who goes first. */
    List<Letter> hushed() {
        if (state != SPEAKING || speaking.isEmpty()) return List.of();
        stopped = speaking;
        var hush = Letter.of(new ServerFrame.Hush(speaking.get().segmentId()));
        return also(List.of(hush), turnTo(completed ? IDLE : LISTENING));
    }

    /** What was stopped, while nothing else has happened to the interviewer since. */
    Optional<ServerFrame.Speech> stopped() {
        return state == LISTENING || state == IDLE ? stopped : Optional.empty();
    }

    /** Nobody had anything to say, so what was stopped is said to its end; its words are shown already. */
    List<Letter> goesOn(int from) {
        return stopped().map(speech -> goOn(speech, from)).orElse(List.of());
    }

    private List<Letter> goOn(ServerFrame.Speech speech, int from) {
        var rest = new ServerFrame.Speech(speech.segmentId(), speech.kind(), speech.text(), Optional.of(from));
        var letters = turnTo(SPEAKING);
        speaking = Optional.of(rest);
        return also(letters, rest);
    }

    private List<Letter> become(MeetingStatus next) {
        if (next.compareTo(status) <= 0) return List.of();
        status = next;
        return List.of(Letter.of(new ServerFrame.Status(next)));
    }

    private List<Letter> endWithoutLead() {
        return end(MeetingStatus.NO_SHOW, "", "the lead did not come");
    }

    private List<Letter> end(MeetingStatus outcome, String reason, String otherwise) {
        status = outcome;
        ended = new ServerFrame.Ended(reason.isEmpty() ? otherwise : reason);
        return List.of(Letter.of(ended));
    }

    private List<Letter> seat() {
        if (seated.orElse(false)) return List.of();
        seated = Optional.of(true);
        return also(List.of(Letter.of(new ServerFrame.Joined(asPresent()))), turnTo(LISTENING));
    }

    private List<Letter> unseat() {
        if (!seated.orElse(false)) return List.of();
        seated = Optional.of(false);
        var left = new ServerFrame.Left(interviewer.participantId(), ServerFrame.Departure.LEFT);
        return also(List.of(Letter.of(left)), turnTo(IDLE));
    }

    private ServerFrame.Present asPresent() {
        return new ServerFrame.Present(
                interviewer.participantId(), interviewer.name(), interviewer.role(), false, false, true, false);
    }

    private List<Letter> disclose(String text) {
        disclosure = Optional.of(text);
        return say(new SegmentId(Ids.named("disclosure", meetingId)), ServerFrame.Speech.Kind.DISCLOSURE, text);
    }

    private List<Letter> say(SegmentId segmentId, ServerFrame.Speech.Kind kind, String text) {
        var speech = new ServerFrame.Speech(segmentId, kind, text);
        var letters = new ArrayList<>(turnTo(SPEAKING));
        speaking = Optional.of(speech);
        stopped = Optional.empty();
        letters.add(Letter.of(speech));
        letters.add(Letter.of(new ServerFrame.Caption(
                segmentId, interviewer.participantId(), interviewer.name(), interviewer.role(), text, true, 1)));
        return letters;
    }

    private List<Letter> consent(ParticipantId who, boolean given) {
        consented.put(who, given);
        return List.of(Letter.from(who, new ServerFrame.Consent(given)));
    }

    private List<Letter> complete() {
        completed = true;
        return state == SPEAKING ? List.of() : turnTo(IDLE);
    }

    private List<Letter> turnTo(InterviewerState next) {
        speaking = Optional.empty();
        if (state == next) return List.of();
        state = next;
        return List.of(Letter.of(new ServerFrame.Interviewer(next)));
    }

    private boolean isInterviewer(ParticipantId who) {
        return who.equals(interviewer.participantId());
    }

    private static List<Letter> also(List<Letter> letters, ServerFrame frame) {
        return also(letters, List.of(Letter.of(frame)));
    }

    private static List<Letter> also(List<Letter> letters, List<Letter> more) {
        var all = new ArrayList<>(letters);
        all.addAll(more);
        return all;
    }
}
