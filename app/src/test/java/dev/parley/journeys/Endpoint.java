package dev.parley.journeys;

import static dev.parley.journeys.SalesDesk.FIRST;
import static dev.parley.journeys.SalesDesk.SECOND;
import static dev.parley.journeys.SalesDesk.gus;
import static dev.parley.journeys.SalesDesk.lead;
import static dev.parley.journeys.SalesDesk.pool;
import static dev.parley.journeys.SalesDesk.question;
import static dev.parley.journeys.SalesDesk.set;

import dev.parley.journeys.Wish.Thing;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every endpoint that gives a command, each with a request that will be granted. */
enum Endpoint {
    REGISTER("POST", "/leads", (_, _) -> Wish.creating("/leads", lead("Lena"))),
    REVISE_CONTACT("PATCH", "/leads/{id}", (it, desk) -> it.on(desk.newLead(), "", Map.of("company", "Acme"))),
    CHANGE_STATUS(
            "POST",
            "/leads/{id}/status",
            (it, desk) -> it.on(desk.newLead(), "/status", Map.of("status", "qualified"))),
    DRAFT("POST", "/question-sets", (_, _) -> Wish.creating("/question-sets", set())),
    REVISE_SET("PATCH", "/question-sets/{id}", (it, desk) -> it.on(desk.newSet(), "", Map.of("title", "Renamed"))),
    ADD_QUESTION(
            "POST",
            "/question-sets/{id}/questions",
            (it, desk) -> it.on(desk.newSet(), "/questions", question("How many?"))),
    REVISE_QUESTION(
            "PUT",
            "/question-sets/{id}/questions/{questionId}",
            (it, desk) -> it.on(desk.newSet(), "/questions/" + FIRST, question("How few?"))),
    REMOVE_QUESTION(
            "DELETE",
            "/question-sets/{id}/questions/{questionId}",
            (it, desk) -> it.on(desk.newSet(), "/questions/" + FIRST, null)),
    REORDER(
            "PUT",
            "/question-sets/{id}/order",
            (it, desk) -> it.on(desk.newSet(), "/order", Map.of("order", List.of(SECOND, FIRST)))),
    MOVE_QUESTION(
            "POST",
            "/question-sets/{id}/questions/{questionId}/move",
            (it, desk) -> it.on(
                    desk.newSet(),
                    "/questions/" + FIRST + "/move",
                    Map.of("after", SECOND, "seen", List.of(FIRST, SECOND)))),
    OFFER_LANGUAGES(
            "PUT",
            "/question-sets/{id}/languages",
            (it, desk) -> it.on(desk.newSet(), "/languages", Map.of("own", "en", "others", List.of("de")))),
    IMPORT(
            "PUT",
            "/question-sets/{id}/draft",
            (it, desk) -> it.on(
                    desk.newSet(), "/draft", Map.of("title", "Imported", "questions", List.of(question("How many?"))))),
    PUBLISH("POST", "/question-sets/{id}/publish", (it, desk) -> it.on(desk.newSet(), "/publish", null)),
    RETIRE("POST", "/question-sets/{id}/retire", (it, desk) -> it.on(desk.newSet(), "/retire", null)),
    ASSIGN(
            "PUT",
            "/question-set-assignments/{id}",
            (it, desk) -> it.on(
                    desk.assignment(), "", Map.of("questionSetId", desk.publishedSet(), "meetingType", "nobody's"))),
    WITHDRAW_RULE("DELETE", "/question-set-assignments/{id}", (it, desk) -> it.on(desk.assignment(), "", null)),
    SCHEDULE("POST", "/meetings", (_, desk) -> Wish.creating("/meetings", desk.meeting())),
    REARRANGE(
            "PATCH",
            "/meetings/{id}",
            (it, desk) -> it.on(desk.newMeeting(), "", Map.of("title", "Moved", "localStart", desk.nextStart()))),
    CANCEL("POST", "/meetings/{id}/cancel", (it, desk) -> it.on(desk.newMeeting(), "/cancel", Map.of("reason", "ill"))),
    START("POST", "/meetings/{id}/start", (it, desk) -> it.on(desk.newMeeting(), "/start", null)),
    END("POST", "/meetings/{id}/end", (it, desk) -> it.on(desk.startedMeeting(), "/end", null)),
    REASSIGN(
            "POST",
            "/meetings/{id}/reassign",
            (it, desk) -> it.on(desk.newMeeting(), "/reassign", Map.of("hostId", "second@demo.test"))),
    CUT_SERIES(
            "POST",
            "/series/{id}/cancel",
            (it, desk) -> it.on(desk.newSeries().getKey(), "/cancel", Map.of("reason", "decided"))),
    MOVE_SERIES("PATCH", "/series/{id}", (it, desk) -> {
        var series = desk.newSeries();
        var later = LocalDateTime.parse(series.getValue()).plusHours(2).toString();
        return it.on(series.getKey(), "", Map.of("from", series.getValue(), "localStart", later));
    }),
    DEFINE_POOL("POST", "/host-pools", (_, _) -> Wish.creating("/host-pools", pool("Inbound"))),
    REVISE_POOL("PUT", "/host-pools/{id}", (it, desk) -> it.on(desk.newPool(), "", pool("Outbound"))),
    RETIRE_POOL("POST", "/host-pools/{id}/retire", (it, desk) -> it.on(desk.newPool(), "/retire", null)),
    INVITE("POST", "/meetings/{id}/invitees", (it, desk) -> it.on(desk.newMeeting(), "/invitees", gus())),
    DEFINE_AVAILABILITY(
            "PUT",
            "/calendars/me/availability",
            (it, desk) -> it.on(desk.ownCalendar(), "/availability", desk.anotherAvailability())),
    OFFER(
            "PUT",
            "/calendars/me/meeting-types/{slug}",
            (it, desk) -> it.on(desk.ownCalendar(), "/meeting-types/" + desk.newSlug(), BookingPage.intro())),
    TAKE_BACK("DELETE", "/calendars/me/meeting-types/{slug}", (it, desk) -> it.on(desk.offeredType(), "", null)),
    PUBLISH_TEMPLATE(
            "PUT",
            "/templates/{kind}",
            (it, desk) -> it.on(desk.newWording("update"), "", SalesDesk.wording("Another " + UUID.randomUUID()))),
    RESTORE_TEMPLATE(
            "POST",
            "/templates/{kind}/restore",
            (it, desk) -> it.on(desk.newWording("cancellation"), "/restore", null)),
    CHANGE_PREFERENCES(
            "PUT",
            "/preferences",
            (it, desk) -> it.on(
                    desk.saying("/preferences", Map.of("declined", List.of("reminder"))),
                    "",
                    Map.of("declined", List.of("summary")))),
    CHANGE_MAIL_POLICY(
            "PUT",
            "/mail/policy",
            (it, desk) -> it.on(
                    desk.saying("/mail/policy", Map.of("summaryNeedsApproval", true)),
                    "",
                    Map.of("summaryNeedsApproval", false))),
    UNINVITE("DELETE", "/meetings/{id}/invitees/{participantId}", (it, desk) -> {
        var meeting = desk.meetingWithGuest();
        return it.on(meeting.getKey(), meeting.getValue(), null);
    }),
    REPAIR_CALENDAR("POST", "/meetings/{id}/calendar-ledger/{participantId}/repair", (it, desk) -> {
        var meeting = desk.meetingWithGuest();
        var guest = meeting.getValue().replace("/invitees/", "/calendar-ledger/");
        return it.on(meeting.getKey(), guest + "/repair", null);
    }),
    RESEND("POST", "/deliveries/{id}/resend", (it, desk) -> it.on(desk.sentLetter(), "/resend", null)),
    OPEN_FEED("POST", "/calendar-feed", (it, desk) -> it.on(desk.openFeed(), "", null)),
    CLOSE_FEED("POST", "/calendar-feed/close", (it, desk) -> it.on(desk.openFeed(), "/close", null));

    private interface Preparing {
        Wish wish(Endpoint endpoint, SalesDesk desk) throws Exception;
    }

    private final String method;
    private final String pattern;
    private final Preparing preparing;

    Endpoint(String method, String pattern, Preparing preparing) {
        this.method = method;
        this.pattern = pattern;
        this.preparing = preparing;
    }

    Wish wish(SalesDesk desk) throws Exception {
        return preparing.wish(this, desk);
    }

    String named() {
        return method + " /api/v1" + pattern;
    }

    private Wish on(Thing thing, String tail, @Nullable Map<String, ?> body) {
        return Wish.on(thing, method, tail, body);
    }
}
