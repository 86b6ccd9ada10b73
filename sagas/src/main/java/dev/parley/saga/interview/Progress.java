package dev.parley.saga.interview;

import dev.parley.api.TenantId;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.*;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.saga.History;
import dev.parley.saga.History.Fact;
import dev.parley.saga.interview.Interviewer.Hearing;
import dev.parley.saga.interview.Interviewer.Said;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far an interview has come: a fold over what happened in the room, what the interviewer did, and what the lead said. */
final class Progress {
    private final Setting setting;
    private final LeadsWords words;
    private final Floor floor;
    private final HostsWords hosts;
    private List<Question> questions = List.of();
    private Course course = Course.NOT_SEATED;
    private int moves;
    private @Nullable QuestionAsked lastAsked;
    private Instant lastMove = Instant.MIN;
    private final Map<QuestionId, Instant> firstAsked = new HashMap<>();
    private final Map<QuestionId, Integer> followUps = new HashMap<>();
    private final Map<QuestionId, Integer> digressions = new HashMap<>();
    private final Map<QuestionId, Answer> answers = new LinkedHashMap<>();
    private final Map<QuestionId, MoveReason> skipped = new LinkedHashMap<>();
    private final Map<QuestionId, Integer> timesPut = new HashMap<>();
    private final Set<QuestionId> confirmed = new HashSet<>();
    private boolean goodbyeSaid;
    private Optional<String> agreed = Optional.empty();
    private Optional<String> language = Optional.empty();

    private enum Course {
        NOT_SEATED,
        AI_LEADS,
        PAUSED,
        HUMAN_LEADS,
        COMPLETED
    }

    private Progress(Setting setting, LeadsWords words, Floor floor, HostsWords hosts) {
        this.setting = setting;
        this.words = words;
        this.floor = floor;
        this.hosts = hosts;
    }

    static Progress of(MeetingId meeting, History history) {
        return of(
                history.of(meeting, MeetingEvent.class),
                history.of(InterviewId.of(meeting), InterviewEvent.class),
                history.of(TranscriptId.of(meeting), TranscriptEvent.class));
    }

    static Progress of(
            List<Fact<MeetingEvent>> meeting,
            List<Fact<InterviewEvent>> interview,
            List<Fact<TranscriptEvent>> transcript) {
        var progress = new Progress(
                Setting.of(meeting),
                LeadsWords.of(transcript),
                Floor.of(meeting, transcript),
                HostsWords.of(transcript));
        interview.forEach(fact -> progress.on(fact.event(), fact.at()));
        return progress;
    }

    private void on(InterviewEvent event, Instant at) {
        switch (event) {
            case InterviewerSeated seated -> {
                questions = seated.questionSet().questions();
                agreed = seated.questionSet().language();
                course = Course.AI_LEADS;
            }
            case QuestionAsked asked -> {
                moved(asked.move(), at);
                lastAsked = asked;
                firstAsked.putIfAbsent(asked.questionId(), at);
                followUps.merge(asked.questionId(), asked.followUp(), Math::max);
                if (asked.reason() == MoveReason.CONFIRMING) confirmed.add(asked.questionId());
                if (isPutAnew(asked)) timesPut.merge(asked.questionId(), 1, Integer::sum);
                if (asked.reason() == MoveReason.OFF_TOPIC) digressions.merge(asked.questionId(), 1, Integer::sum);
            }
            case TurnTaken turn -> {
                moved(turn.move(), at);
                goodbyeSaid |= turn.reason() == MoveReason.CLOSING;
            }
            case FloorYielded yielded -> {
                moved(yielded.move(), at);
                floor.yielded(yielded.participantId(), yielded.segmentId(), at);
            }
            case SpeechCutOff cut -> cutOff(cut);
            case AnswerRecorded answer -> answers.put(answer.questionId(), answer.answer());
            case QuestionSkipped skip -> skipped.put(skip.questionId(), skip.reason());
            case LanguageSwitched switched -> language = Optional.of(switched.language());
            case MomentAsked _, LeadStayedSilent _, LeadsQuestionNoted _, ModelRested _ -> {}
            case InterviewPaused _ -> course = Course.PAUSED;
            case InterviewResumed _ -> course = Course.AI_LEADS;
            case InterviewHandedToHuman _ -> course = Course.HUMAN_LEADS;
            case InterviewCompleted _ -> course = Course.COMPLETED;
        }
    }

    /** A question of which not a sentence was heard was not put: it may be, as often as any other. */
    private void cutOff(SpeechCutOff cut) {
        if (lastAsked == null || !lastAsked.segmentId().equals(cut.segmentId()) || cut.characters() > 0) return;
        if (isPutAnew(lastAsked)) timesPut.merge(lastAsked.questionId(), -1, Integer::sum);
        if (lastAsked.reason() == MoveReason.OFF_TOPIC) digressions.merge(lastAsked.questionId(), -1, Integer::sum);
    }

    private static boolean isPutAnew(QuestionAsked asked) {
        return asked.followUp() == 0
                && asked.reason() != MoveReason.OFF_TOPIC
                && asked.reason() != MoveReason.CONFIRMING;
    }

    private void moved(int move, Instant at) {
        moves = move;
        lastMove = at;
        floor.taken();
    }

    /** Only where the lead was told what is talking and agreed, while the meeting runs and nobody else leads. */
    boolean mayTalk() {
        return course == Course.AI_LEADS && setting.leadListens();
    }

    /** A person leads, and the lead still agrees to be heard. */
    boolean mayListen() {
        return course == Course.HUMAN_LEADS && setting.leadListens();
    }

    boolean mustDisclose() {
        return setting.awaitsDisclosure();
    }

    TenantId tenant() {
        return setting.tenant();
    }

    String leadName() {
        return setting.leadName();
    }

    String hostName() {
        return setting.hostName();
    }

    String title() {
        return setting.title();
    }

    Instant end() {
        return setting.end();
    }

    int moves() {
        return moves;
    }

    /** The one that was agreed on, or that of the questions, until the lead turns out to speak another. */
    String language() {
        return language.or(() -> agreed)
                .orElseGet(
                        () -> Tongue.of(questions.stream().map(Question::text).collect(Collectors.joining(" ")))
                                .orElse(Tongue.ENGLISH));
    }

    /** As the question has it, in whichever language it was heard. */
    Answer inOwnWords(QuestionId id, Answer heard) {
        return questions.stream()
                .filter(question -> question.questionId().equals(id))
                .findFirst()
                .map(question -> new Answer(
                        question.inOwnWords(heard.value()),
                        heard.confidence(),
                        heard.evidence(),
                        heard.quote(),
                        heard.unit()))
                .orElse(heard);
    }

    boolean hasSwitched() {
        return language.isPresent();
    }

    boolean hasAsked() {
        return lastAsked != null;
    }

    boolean hasSaidGoodbye() {
        return goodbyeSaid;
    }

    /** Neither answered nor left aside, in order. */
    List<Question> open() {
        return questions.stream().filter(this::isOpen).toList();
    }

    /** Whether the answers so far make the question one to ask. */
    boolean isDue(Question question) {
        return question.isDueAfter(answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value())));
    }

    boolean isOpen(Question question) {
        return !answers.containsKey(question.questionId()) && !skipped.containsKey(question.questionId());
    }

    /** The question that was asked last, unless it was left aside. */
    Optional<Question> onTheTable() {
        if (lastAsked == null || skipped.containsKey(lastAsked.questionId())) return Optional.empty();
        var asked = lastAsked.questionId();
        return questions.stream()
                .filter(question -> question.questionId().equals(asked))
                .findFirst();
    }

    /** The number of the latest follow-up; 0 when there was none. */
    int followUps(Question question) {
        return followUps.getOrDefault(question.questionId(), 0);
    }

    /** Put off: asked before, still open, and another one is on the table. */
    boolean isParked(Question question) {
        return isOpen(question)
                && firstAsked.containsKey(question.questionId())
                && !onTheTable().equals(Optional.of(question));
    }

    boolean wasParkedBefore(Question question) {
        return timesPut.getOrDefault(question.questionId(), 0) > 1;
    }

    boolean wasConfirmed(Question question) {
        return confirmed.contains(question.questionId());
    }

    /** What was understood of the question on the table, if it was just said back. */
    Optional<Answer> saidBack() {
        return lastAsked != null && lastAsked.reason() == MoveReason.CONFIRMING
                ? Optional.ofNullable(answers.get(lastAsked.questionId()))
                : Optional.empty();
    }

    int digressions(Question question) {
        return digressions.getOrDefault(question.questionId(), 0);
    }

    Optional<Answer> answerTo(Question question) {
        return Optional.ofNullable(answers.get(question.questionId()));
    }

    boolean wasSkippedFor(MoveReason reason) {
        return skipped.containsValue(reason);
    }

    /** What is known so far, in the words of the question and of the answer. */
    Map<String, String> answered() {
        var answered = new LinkedHashMap<String, String>();
        for (var question : questions)
            answerTo(question).ifPresent(answer -> answered.put(question.text(), answer.value()));
        return answered;
    }

    /** Since the interviewer spoke last. */
    List<Said> unheard() {
        return words.since(lastMove);
    }

    /** Since the question was asked for the first time: an answer may come in pieces, around a follow-up. */
    List<Said> saidTo(Question question) {
        return words.since(firstAsked.getOrDefault(question.questionId(), Instant.MAX));
    }

    /** What the lead said after a host, and which of the open questions that host has put. */
    Optional<Hearing> toldToHost() {
        return hosts.lastQuestion(open())
                .map(put -> new Hearing(
                        put.question(),
                        open().stream()
                                .filter(open -> !open.equals(put.question()))
                                .toList(),
                        words.since(put.at())));
    }

    /** Whoever said them. */
    Optional<SegmentId> lastWords() {
        return floor.lastWords();
    }

    /** The interviewer, that is: people have spoken since it did. */
    boolean isSilentSinceLastWords() {
        return floor.lastWordsAt().isAfter(lastMove);
    }

    Floor floor() {
        return floor;
    }
}
