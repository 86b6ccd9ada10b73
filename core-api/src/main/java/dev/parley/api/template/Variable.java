package dev.parley.api.template;

import dev.parley.api.notification.NotificationKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a letter can say that is not the same in every letter. */
public enum Variable {
    RECIPIENT("recipient", "Who reads the letter", Sort.TEXT, Scope.ALL),
    HOST("host", "Who invites", Sort.TEXT, Scope.ALL),
    TITLE("title", "What the meeting is called", Sort.TEXT, Scope.ALL),
    DAY("day", "The day of the meeting where it was agreed", Sort.TEXT, Scope.ALL),
    HOURS("hours", "From when to when", Sort.TEXT, Scope.ALL),
    ZONE("zone", "Whose hours these are", Sort.TEXT, Scope.ALL),
    UTC("utc", "The same in UTC", Sort.TEXT, Scope.ALL),
    REGION("region", "The time zone of these hours by its name", Sort.TEXT, Scope.ALL),
    REASON("reason", "Why something changed; may be empty", Sort.TEXT, Scope.CHANGES),
    WAY("way", "The reader's own way into the meeting", Sort.LINK, Scope.COMING),
    MANAGE(
            "manage",
            "Where the reader sees the appointment, cancels it or finds another time",
            Sort.LINK,
            Scope.COMING),
    GOOGLE("google", "Puts it into a Google calendar", Sort.LINK, Scope.CALENDARS),
    OUTLOOK("outlook", "Puts it into an Outlook calendar", Sort.LINK, Scope.CALENDARS),
    UNSUBSCRIBE("unsubscribe", "Where the reader says which letters they want", Sort.LINK, Scope.COURTESY),
    HEADLINE("headline", "The summary in a sentence", Sort.TEXT, Scope.SUMMARY),
    HAS_POINTS("hasPoints", "Whether there are points", Sort.FLAG, Scope.SUMMARY),
    POINTS("points", "The points of the summary", Sort.LIST, Scope.SUMMARY),
    HAS_NEXT_STEPS("hasNextSteps", "Whether there are next steps", Sort.FLAG, Scope.SUMMARY),
    NEXT_STEPS("nextSteps", "What comes next", Sort.LIST, Scope.SUMMARY),
    ASSESSMENT("assessment", "The lead's score; empty in every copy but the host's", Sort.TEXT, Scope.SUMMARY),
    HAS_INSIGHTS("hasInsights", "Whether there are insights, in the host's copy", Sort.FLAG, Scope.SUMMARY),
    INSIGHTS("insights", "What the sales team should know; in the host's copy only", Sort.LIST, Scope.SUMMARY);

    /** What stands behind a name. */
    public enum Sort {
        TEXT,
        LINK,
        FLAG,
        LIST
    }

    private enum Scope {
        ALL(EnumSet.allOf(NotificationKind.class)),
        CHANGES(EnumSet.of(NotificationKind.UPDATE, NotificationKind.CANCELLATION, NotificationKind.PROPOSAL_DECLINED)),
        COMING(EnumSet.of(
                NotificationKind.INVITATION,
                NotificationKind.UPDATE,
                NotificationKind.REMINDER,
                NotificationKind.NO_SHOW,
                NotificationKind.PROPOSAL_DECLINED)),
        CALENDARS(EnumSet.of(NotificationKind.INVITATION, NotificationKind.UPDATE)),
        COURTESY(EnumSet.of(NotificationKind.REMINDER, NotificationKind.SUMMARY, NotificationKind.NO_SHOW)),
        SUMMARY(EnumSet.of(NotificationKind.SUMMARY));

        private final Set<NotificationKind> kinds;

        Scope(Set<NotificationKind> kinds) {
            this.kinds = kinds;
        }
    }

    private final String word;
    private final String meaning;
    private final Sort sort;
    private final Scope scope;

    Variable(String word, String meaning, Sort sort, Scope scope) {
        this.word = word;
        this.meaning = meaning;
        this.sort = sort;
        this.scope = scope;
    }

    public static List<Variable> of(NotificationKind kind) {
        return Arrays.stream(values())
                .filter(variable -> variable.scope.kinds.contains(kind))
                .toList();
    }

    static Optional<Variable> named(String word, NotificationKind kind) {
        return of(kind).stream().filter(variable -> variable.word.equals(word)).findFirst();
    }

    /** As templates write it, {@code nextSteps}. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    public Sort sort() {
        return sort;
    }
}
