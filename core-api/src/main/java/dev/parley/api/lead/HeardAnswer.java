package dev.parley.api.lead;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;

/** An answer beside the question it answers: what the rubric looks at. */
public record HeardAnswer(Question question, Answer answer) {}
