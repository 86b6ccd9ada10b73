package dev.parley.api;

/** Why a view cannot answer, whichever view it is. */
public enum ViewRefusal implements Refusal {
    VIEW_IS_BEHIND(Kind.UNAVAILABLE, "What you changed is stored, but not yet visible here; ask again in a moment.");

    private final Kind kind;
    private final String text;

    ViewRefusal(Kind kind, String text) {
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
