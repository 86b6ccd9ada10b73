package dev.parley.driver.conformance;

import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Arranges the meetings that stories happen in, over the HTTP contract. */
final class Venue {
    private static final int MINUTES = 15;
    private static final int TRIES = 200;

    private final ParleyApi api;
    private final Map<String, String> leads = new ConcurrentHashMap<>();
    /** Somewhere in the coming weeks, so that one run does not find all places of the one before taken. */
    private final AtomicInteger slot =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(3_000));

    private final LocalDateTime first =
            LocalDateTime.now(ZoneOffset.UTC).plusHours(3).truncatedTo(ChronoUnit.HOURS);

    Venue(ParleyApi api) {
        this.api = api;
    }

    /** A meeting, with where each of its people gets tickets and who they are there. */
    record Arranged(String meetingId, String title, Map<String, Guest> people) {}

    /** @param participantId empty for hosts, who learn it when they come in */
    record Guest(String role, String ticketPath, String participantId) {}

    Arranged arrange(Script script) throws IOException, InterruptedException {
        var title = "Conformance: " + script.name();
        var meetingId = scheduled(script, title);
        if (script.meeting().started()) start(meetingId);
        return new Arranged(meetingId, title, people(script, meetingId));
    }

    void start(String meetingId) throws IOException, InterruptedException {
        api.post("/meetings/" + meetingId + "/start", Map.of());
    }

    void end(String meetingId) throws IOException, InterruptedException {
        api.post("/meetings/" + meetingId + "/end", Map.of("reason", "the story is over"));
    }

    JsonNode ticket(Guest guest) throws IOException, InterruptedException {
        return api.post(guest.ticketPath(), Map.of());
    }

    private String scheduled(Script script, String title) throws IOException, InterruptedException {
        var body = body(script, title);
        for (var tries = 0; ; tries++) {
            body.put(
                    "localStart",
                    first.plusMinutes((long) slot.getAndIncrement() * MINUTES).toString());
            try {
                return api.post("/meetings", body).path("meetingId").asString();
            } catch (ParleyApi.Refusal refusal) {
                if (!refusal.code().equals("SLOT_TAKEN") || tries == TRIES) throw refusal;
            }
        }
    }

    private Map<String, Object> body(Script script, String title) throws IOException, InterruptedException {
        var body = new HashMap<String, Object>(Map.of("title", title, "zone", "UTC", "durationMinutes", MINUTES));
        body.put("leadId", lead(named(script, "lead").stream().findFirst().orElse("lea")));
        body.put("entry", script.meeting().entry());
        body.put("interviewer", script.meeting().withAi() ? "ai" : "human");
        if (script.meeting().withAi()) body.put("questionSetId", questionSet());
        body.put("reminders", List.of());
        body.put(
                "invitees",
                named(script, "guest").stream()
                        .map(name -> Map.of("name", spoken(name), "email", name + "@conformance.test"))
                        .toList());
        return body;
    }

    private Map<String, Guest> people(Script script, String meetingId) throws IOException, InterruptedException {
        var people = new HashMap<String, Guest>();
        named(script, "host").forEach(name -> people.put(name, host(meetingId)));
        var names = new HashMap<String, String>();
        script.people().keySet().forEach(name -> names.put(spoken(name), name));
        for (var link : api.get("/meetings/" + meetingId + "/links")) {
            var name = names.get(link.path("name").asString());
            if (name != null) people.put(name, guest(link));
        }
        return people;
    }

    private static Guest host(String meetingId) {
        return new Guest("host", "/meetings/" + meetingId + "/tickets", "");
    }

    private static Guest guest(JsonNode link) {
        var token = link.path("joinUrl").asString().replaceFirst(".*/join/", "");
        return new Guest(
                link.path("role").asString(),
                "/guest/" + token + "/tickets",
                link.path("participantId").asString());
    }

    /** One lead for all stories of a run in which there is one of this name. */
    private String lead(String name) throws IOException, InterruptedException {
        synchronized (leads) {
            var known = leads.get(name);
            if (known != null) return known;
            var email = name + "-" + UUID.randomUUID() + "@conformance.test";
            var id = api.post("/leads", Map.of("name", spoken(name), "email", email))
                    .path("leadId")
                    .asString();
            leads.put(name, id);
            return id;
        }
    }

    private String questionSet() throws IOException, InterruptedException {
        var question = Map.of("text", "What would you like to solve?", "type", "open", "mandatory", true);
        var set = api.post("/question-sets", Map.of("title", "Conformance", "questions", List.of(question)));
        var id = set.path("questionSetId").asString();
        api.post("/question-sets/" + id + "/publish", Map.of());
        return id;
    }

    private static List<String> named(Script script, String role) {
        var names = new ArrayList<String>();
        script.people().forEach((name, is) -> {
            if (is.equals(role)) names.add(name);
        });
        return names;
    }

    private static String spoken(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
