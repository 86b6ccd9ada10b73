package dev.parley.api.notification;

import java.util.Locale;

/** The languages that letters are shipped in. Whose language is not known reads English. */
public enum Language {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }
}
