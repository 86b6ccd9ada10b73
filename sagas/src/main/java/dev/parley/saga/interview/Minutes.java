package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.interview.InterviewCommand.AskForMoment;
import dev.parley.api.interview.InterviewCommand.NoteLeadsQuestion;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.RestModel;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.SwitchLanguage;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.Question;
import dev.parley.saga.Commands;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Understanding;
import java.time.Clock;
import java.util.stream.Collectors;

/** Puts on record what was understood of the lead's words: answers, questions back, their language, and what is left aside. */
final class Minutes {
    private final Commands commands;
    private final InterviewSettings settings;
    private final Clock clock;

    Minutes(Commands commands, InterviewSettings settings, Clock clock) {
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    /** What does not fit its question is refused, and the question stays open. */
    void answers(MeetingId meeting, Progress progress, Understanding understanding) {
        understanding
                .answers()
                .forEach((question, answer) -> commands.send(new RecordAnswer(
                        InterviewId.of(meeting),
                        Actor.interviewer(progress.tenant()),
                        clock.instant(),
                        question,
                        progress.inOwnWords(question, answer))));
    }

    /** A colleague will answer, so somebody must know what was asked. */
    void question(MeetingId meeting, Progress progress, Understanding understanding) {
        understanding
                .counterQuestion()
                .flatMap(question -> progress.unheard().stream()
                        .filter(said -> said.text().contains(question))
                        .findFirst()
                        .map(said -> new NoteLeadsQuestion(
                                InterviewId.of(meeting),
                                Actor.interviewer(progress.tenant()),
                                clock.instant(),
                                said.segmentId(),
                                question)))
                .ifPresent(commands::send);
    }

    /** Which language that is shows in the lead's first answers. */
    void language(MeetingId meeting, Progress progress) {
        if (progress.hasSwitched() || progress.moves() > settings.languageShowsWithin()) return;
        Tongue.of(progress.unheard().stream().map(Said::text).collect(Collectors.joining("\n")))
                .filter(spoken -> !spoken.equals(progress.language()))
                .ifPresent(spoken -> commands.send(new SwitchLanguage(
                        InterviewId.of(meeting), Actor.interviewer(progress.tenant()), clock.instant(), spoken)));
    }

    /** Only to whom has said something; who is greeted does not know yet that we think. */
    void moment(MeetingId meeting, Progress progress) {
        if (progress.unheard().isEmpty() || progress.hasSaidGoodbye()) return;
        commands.send(new AskForMoment(
                InterviewId.of(meeting),
                Actor.interviewer(progress.tenant()),
                clock.instant(),
                progress.moves(),
                WordsOnFile.moment(progress.language())));
    }

    /** For the host to know who is talking. */
    void rest(MeetingId meeting, Progress progress, Interviewer.Rest rest) {
        commands.send(new RestModel(
                InterviewId.of(meeting),
                Actor.interviewer(progress.tenant()),
                clock.instant(),
                rest.model(),
                rest.trouble(),
                rest.until()));
    }

    void skip(MeetingId meeting, Progress progress, Question question, MoveReason why) {
        commands.send(new SkipQuestion(
                InterviewId.of(meeting),
                Actor.interviewer(progress.tenant()),
                clock.instant(),
                question.questionId(),
                why));
    }
}
