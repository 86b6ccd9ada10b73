package dev.parley.api.questionset;

import java.util.List;

/** A published version of a question set, as it was. */
public record PinnedQuestionSet(QuestionSetId questionSetId, int version, String title, List<Question> questions) {}
