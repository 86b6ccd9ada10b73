package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewCommand.YieldFloor;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.Participant;
import dev.parley.api.questionset.Question;
import dev.parley.saga.Commands;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.History;
import dev.parley.saga.interview.Interviewer.Cue;
import dev.parley.saga.interview.Interviewer.Hearing;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Understanding;
import dev.parley.saga.interview.Plan.Ask;
import dev.parley.saga.interview.Plan.Close;
import dev.parley.saga.interview.Plan.Complete;
import dev.parley.saga.interview.Plan.Greet;
import dev.parley.saga.interview.Plan.Yield;
import dev.parley.saga.interview.Planner.Heard;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interviewer's turn: reads how far the interview has come, listens, puts on record what was understood, and makes the next
 * move. Between thinking and speaking it looks again; if the lead has gone on talking, their newest words get a turn of their own.
 */
public final class ContinueInterview implements ErrandHandler<Turn> {
    static final String KIND = "interview.turn";
    private static final Logger log = LoggerFactory.getLogger(ContinueInterview.class);

    private final History history;
    private final Commands commands;
    private final Minutes minutes;
    private final CarefulInterviewer interviewer;
    private final Planner planner;
    private final InterviewSettings settings;
    private final Clock clock;

    public ContinueInterview(
            History history, Commands commands, Interviewer interviewer, InterviewSettings settings, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.minutes = new Minutes(commands, settings, clock);
        this.interviewer = new CarefulInterviewer(interviewer, settings.patience());
        this.planner = new Planner(settings);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Turn> payload() {
        return Turn.class;
    }

    @Override
    public void carryOut(Turn turn) {
        var meeting = turn.meetingId();
        if (isLedByPeople(meeting)) return;
        var before = Progress.of(meeting, history);
        if (before.mayListen() && turn.cause() == Turn.Cause.LEAD_SPOKE) {
            listenIn(meeting, before);
            return;
        }
        if (!before.mayTalk() || isSuperseded(turn, before)) return;
        if (turn.cause() == Turn.Cause.HAND_RAISED) {
            before.floor().next().ifPresent(host -> giveFloor(meeting, before, host));
            return;
        }
        try (var _ = Thinking.aloudAfter(settings.asksForMomentAfter(), () -> minutes.moment(meeting, before))) {
            answer(meeting, before);
        }
    }

    private void answer(MeetingId meeting, Progress before) {
        var understood = listen(before);
        if (hasGoneOn(before, Progress.of(meeting, history))) return;
        understood.ifPresent(understanding -> minutes.answers(meeting, before, understanding));
        understood.ifPresent(understanding -> minutes.question(meeting, before, understanding));
        minutes.language(meeting, before);
        interviewer.rest(clock.instant()).ifPresent(rest -> minutes.rest(meeting, before, rest));
        var heard = understood.map(
                words -> new Heard(words.verdict(), words.counterQuestion().isPresent()));
        var counterQuestion = understood.flatMap(Understanding::counterQuestion);
        var progress = Progress.of(meeting, history);
        if (move(meeting, progress, planner.nextFor(progress, heard, clock.instant()), counterQuestion)) {
            var greeted = Progress.of(meeting, history);
            move(meeting, greeted, planner.next(greeted, Optional.empty(), clock.instant()), Optional.empty());
        }
    }

    @Override
    public void giveUp(Turn turn, Exception cause) {
        log.error("the interviewer of meeting {} has no more to say", turn.meetingId(), cause);
    }

    private boolean isSuperseded(Turn turn, Progress progress) {
        return switch (turn.cause()) {
            case LEAD_AGREED -> progress.hasAsked();
            case LEAD_SPOKE ->
                !turn.heard().equals(progress.lastWords())
                        || progress.floor().isAwaited()
                        || (progress.unheard().isEmpty() && !progress.hasSaidGoodbye());
            // Without words of the lead people talk among themselves, unless they were asked to.
            case OTHERS_SPOKE ->
                !turn.heard().equals(progress.lastWords())
                        || progress.floor().isAwaited()
                        || (progress.unheard().isEmpty() && !progress.floor().isUsed());
            case NOBODY_WENT_ON ->
                !turn.heard().equals(progress.lastWords())
                        || !progress.isSilentSinceLastWords()
                        || progress.floor().isAwaited()
                        || progress.hasSaidGoodbye();
            case HAND_RAISED ->
                progress.hasSaidGoodbye()
                        || !progress.hasAsked()
                        || progress.floor().isAwaited()
                        || progress.floor()
                                .next()
                                .filter(who -> who.role() == Role.HOST)
                                .isEmpty();
            case FLOOR_UNUSED -> !progress.floor().isUnused(turn.heard());
            case TIME_IS_UP -> clock.instant().isBefore(progress.end().minus(settings.closesBefore()));
            case RESUMED -> false;
        };
    }

    /** Asked first, because people among themselves say much, and all of it would have to be read. */
    private boolean isLedByPeople(MeetingId meeting) {
        return history.of(InterviewId.of(meeting), InterviewEvent.class).isEmpty();
    }

    private static boolean hasGoneOn(Progress before, Progress after) {
        return before.moves() != after.moves() || !before.lastWords().equals(after.lastWords()) || !after.mayTalk();
    }

    /** While a person leads, what they ask and what the lead answers still counts. */
    private void listenIn(MeetingId meeting, Progress progress) {
        progress.toldToHost().ifPresent(hearing -> {
            var understanding = interviewer.understand(hearing, words(hearing.said()));
            minutes.answers(meeting, progress, understanding);
            if (!understanding.answers().containsKey(hearing.asked().questionId()))
                minutes.skip(meeting, progress, hearing.asked(), MoveReason.COVERED_BY_HUMAN);
        });
    }

    private static String words(List<Said> said) {
        return said.stream().map(Said::text).collect(Collectors.joining("\n"));
    }

    private Optional<Understanding> listen(Progress progress) {
        if (progress.unheard().isEmpty() || progress.hasSaidGoodbye()) return Optional.empty();
        return progress.onTheTable().map(asked -> {
            var others =
                    progress.open().stream().filter(open -> !open.equals(asked)).toList();
            var language = progress.language();
            var supposed = progress.saidBack();
            var said = supposed.isPresent() ? progress.unheard() : progress.saidTo(asked);
            return interviewer.understand(
                    new Hearing(asked.in(language), in(language, others), said, supposed), words(progress.unheard()));
        });
    }

    private static List<Question> in(String language, List<Question> questions) {
        return questions.stream().map(question -> question.in(language)).toList();
    }

    /** @return whether another move follows at once, without waiting for the lead */
    private boolean move(MeetingId meeting, Progress progress, Plan plan, Optional<String> counterQuestion) {
        var interview = InterviewId.of(meeting);
        for (var aside : plan.asides()) minutes.skip(meeting, progress, aside.question(), aside.reason());
        return switch (plan.move()) {
            case Greet _ -> say(meeting, progress, turn(interview, progress, Cue.Kind.GREET, MoveReason.GREETING));
            case Ask ask -> {
                say(meeting, progress, question(interview, progress, ask, counterQuestion));
                yield false;
            }
            case Yield(var to) -> {
                giveFloor(meeting, progress, to);
                yield false;
            }
            case Close close -> {
                if (say(meeting, progress, turn(interview, progress, Cue.Kind.CLOSE, MoveReason.CLOSING)))
                    complete(interview, progress, close.reason());
                yield false;
            }
            case Complete complete -> {
                complete(interview, progress, complete.reason());
                yield false;
            }
        };
    }

    /** Looks once more, since finding words takes time too; a move that came too late is refused and nothing is lost. */
    private boolean say(MeetingId meeting, Progress progress, Command words) {
        return !hasGoneOn(progress, Progress.of(meeting, history))
                && commands.send(words).accepted();
    }

    private TakeTurn turn(InterviewId interview, Progress progress, Cue.Kind kind, MoveReason reason) {
        var text = interviewer.phrase(cue(progress, kind, Optional.empty(), 0, Optional.empty()));
        return new TakeTurn(interview, us(progress), clock.instant(), progress.moves(), text, reason);
    }

    private AskQuestion question(InterviewId interview, Progress progress, Ask ask, Optional<String> counterQuestion) {
        var asked = Optional.of(ask.question());
        var phrase = interviewer.phrase(cue(progress, kindOf(ask), asked, ask.followUp(), counterQuestion));
        var text = progress.floor().isShared() ? WordsOnFile.addressing(progress.leadName(), phrase) : phrase;
        return new AskQuestion(
                interview,
                us(progress),
                clock.instant(),
                progress.moves(),
                ask.question().questionId(),
                ask.followUp(),
                text,
                ask.reason());
    }

    /** Whoever has been given the floor need not ask for it any more. */
    private void giveFloor(MeetingId meeting, Progress progress, Participant to) {
        var who = to.participantId();
        var words = WordsOnFile.giveFloor(to.name());
        var floor =
                new YieldFloor(InterviewId.of(meeting), us(progress), clock.instant(), progress.moves(), who, words);
        if (say(meeting, progress, floor))
            commands.send(new RaiseHand(meeting, us(progress), clock.instant(), who, false));
    }

    private void complete(InterviewId interview, Progress progress, MoveReason reason) {
        commands.send(new CompleteInterview(interview, us(progress), clock.instant(), reason));
    }

    private static Cue cue(
            Progress progress,
            Cue.Kind kind,
            Optional<Question> asked,
            int followUp,
            Optional<String> counterQuestion) {
        return new Cue(
                kind,
                progress.leadName(),
                progress.title(),
                asked.map(question -> question.in(progress.language())),
                followUp,
                words(progress.unheard()),
                counterQuestion,
                progress.answered(),
                asked.flatMap(progress::answerTo).map(Answer::value),
                progress.language());
    }

    private static Cue.Kind kindOf(Ask ask) {
        return switch (ask.reason()) {
            case ANSWER_SHALLOW -> Cue.Kind.FOLLOW_UP;
            case ANSWER_UNCLEAR, OFF_TOPIC -> Cue.Kind.CLARIFY;
            case CONFIRMING -> Cue.Kind.CONFIRM;
            case NEXT_IN_ORDER,
                    PARKED,
                    RETURNING,
                    COVERED_BY_HUMAN,
                    NOT_OURS_TO_ASK,
                    NOT_APPLICABLE,
                    MANDATORY_FIRST,
                    ANSWERED_ALREADY,
                    REFUSED_TO_ANSWER,
                    TIME_IS_SHORT,
                    LEAD_ASKED_TO_STOP,
                    LEAD_IS_SILENT,
                    ALL_COVERED,
                    GREETING,
                    CLOSING -> Cue.Kind.ASK;
        };
    }

    private static Actor us(Progress progress) {
        return Actor.interviewer(progress.tenant());
    }
}
