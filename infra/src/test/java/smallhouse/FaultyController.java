package smallhouse;

import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.QuestionType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Fails as tests tell it to; echoes what it could read. */
@RestController
public class FaultyController {
    public static volatile Supplier<Throwable> fault = IllegalStateException::new;

    record Thing(
            @Nullable String title,
            @Nullable Integer count,
            @Nullable QuestionType type,
            @Nullable Boolean mandatory,
            @Nullable List<Invitee> invitees,
            @Nullable Map<String, Thing> nested) {}

    @GetMapping("/api/v1/meetings/{meeting}/fault")
    Mono<String> fail(@PathVariable String meeting) {
        return Mono.error(fault.get());
    }

    @PostMapping("/api/v1/things")
    Mono<Thing> read(@RequestBody Mono<Thing> thing) {
        return thing;
    }

    @GetMapping("/api/v1/typed/{meeting}")
    ResponseEntity<String> typed(
            @PathVariable MeetingId meeting,
            @RequestParam Instant from,
            @RequestParam int limit,
            @RequestHeader("If-Match") String version) {
        return ResponseEntity.ok(meeting + " " + from + " " + limit + " " + version);
    }

    @GetMapping("/api/v1/actor")
    Actor actor() {
        return Actor.interviewer(new TenantId(new UUID(0, 1)));
    }
}
