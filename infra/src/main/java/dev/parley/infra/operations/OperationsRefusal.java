package dev.parley.infra.operations;

import dev.parley.api.Refusal;

enum OperationsRefusal implements Refusal {
    PROCESSOR_UNKNOWN(Kind.UNKNOWN, "There is no such processor."),
    DEAD_LETTERS_UNKNOWN(Kind.UNKNOWN, "Nothing of this sequence is set aside."),
    REASON_NEEDED(Kind.MALFORMED, "Say why these events may be left out."),
    NOT_A_VIEW(Kind.UNACCEPTABLE, "Only views are rebuilt; what a saga has done was done.");

    private final Kind kind;
    private final String text;

    OperationsRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
