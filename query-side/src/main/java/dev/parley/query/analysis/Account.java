package dev.parley.query.analysis;

import dev.parley.api.analysis.AnalysisQuery.Coverage;
import dev.parley.api.analysis.AnalysisQuery.MeetingAnalysis;
import dev.parley.api.analysis.AnalysisQuery.SegmentReading;
import dev.parley.api.analysis.Reading;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A talk, remark by remark. */
final class Account {
    private final List<Stretch> said = new ArrayList<>();
    private final Map<SegmentId, QuestionId> answers = new HashMap<>();
    private final Map<SegmentId, Reading> readings = new LinkedHashMap<>();
    private final Set<QuestionId> answered = new HashSet<>();
    private final Set<QuestionId> settled = new HashSet<>();
    private List<Question> questions = List.of();
    private Optional<QuestionId> open = Optional.empty();
    private int asked;
    private boolean isOfAMeeting;

    Account after(Remark remark) {
        isOfAMeeting = true;
        switch (remark) {
            case Remark.Scheduled _ -> {}
            case Remark.Seated seated -> questions = seated.questionSet().questions();
            case Remark.Asked question -> {
                asked++;
                open = Optional.of(question.questionId());
            }
            case Remark.Answered answer -> {
                answered.add(answer.questionId());
                settled.add(answer.questionId());
            }
            case Remark.Skipped skipped -> settled.add(skipped.questionId());
            case Remark.Said words -> {
                said.add(words.stretch());
                open.ifPresent(question -> answers.putIfAbsent(words.segmentId(), question));
            }
            case Remark.Read read -> readings.put(read.segmentId(), read.reading());
        }
        return this;
    }

    boolean isOfAMeeting() {
        return isOfAMeeting;
    }

    MeetingAnalysis of(MeetingId meeting) {
        return new MeetingAnalysis(
                meeting,
                readings.entrySet().stream()
                        .map(read -> reading(read.getKey(), read.getValue()))
                        .toList(),
                coverage(),
                Talk.of(said).metrics(asked));
    }

    private SegmentReading reading(SegmentId segment, Reading reading) {
        return new SegmentReading(
                segment,
                Optional.ofNullable(answers.get(segment)),
                reading.sentiment(),
                reading.signals(),
                reading.readBy());
    }

    private Coverage coverage() {
        return new Coverage(
                questions.size(),
                settled.size(),
                answered.size(),
                questions.stream()
                        .filter(question -> question.mandatory() && !settled.contains(question.questionId()))
                        .map(Question::questionId)
                        .toList());
    }
}
