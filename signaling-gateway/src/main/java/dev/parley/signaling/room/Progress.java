package dev.parley.signaling.room;

import dev.parley.api.meeting.MeetingQuery.QuestionLine;
import dev.parley.api.questionset.QuestionId;
import dev.parley.signaling.frame.ServerFrame;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far the interview has come, each question counted once. */
final class Progress {
    private final Set<QuestionId> asked = new HashSet<>();
    private final Set<QuestionId> answered = new HashSet<>();
    private final Set<QuestionId> skipped = new HashSet<>();
    private int total;

    void of(int questions) {
        total = questions;
    }

    void asked(QuestionId question) {
        asked.add(question);
    }

    void answered(QuestionId question) {
        answered.add(question);
        skipped.remove(question);
    }

    void skipped(QuestionId question) {
        if (!answered.contains(question)) skipped.add(question);
    }

    void learn(List<QuestionLine> questions) {
        total = Math.max(total, questions.size());
        for (var line : questions) {
            switch (line.state()) {
                case OPEN -> {}
                case ASKED -> asked(line.questionId());
                case ANSWERED -> {
                    asked(line.questionId());
                    answered(line.questionId());
                }
                case SKIPPED -> skipped(line.questionId());
            }
        }
    }

    boolean isUnderWay() {
        return total > 0;
    }

    ServerFrame frame() {
        return new ServerFrame.Progress(asked.size(), answered.size(), skipped.size(), total);
    }
}
