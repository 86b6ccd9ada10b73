package dev.parley.api.meeting;

/** Who asks the questions. */
public enum InterviewerKind {
    AI,
    HUMAN
}
