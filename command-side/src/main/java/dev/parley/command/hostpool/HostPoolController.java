package dev.parley.command.hostpool;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.hostpool.HostPoolCommand.DefineHostPool;
import dev.parley.api.hostpool.HostPoolCommand.RetireHostPool;
import dev.parley.api.hostpool.HostPoolCommand.ReviseHostPool;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.command.Commands;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what a team decides about who takes its meetings. */
@RestController
@RequestMapping("/api/v1/host-pools")
class HostPoolController {
    private final Commands commands;
    private final Clock clock;

    HostPoolController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record DefinedPool(HostPoolId hostPoolId) {}

    @PostMapping
    Mono<ResponseEntity<DefinedPool>> define(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody HostPoolBody body) {
        var now = clock.instant();
        var pool = new HostPoolId(IdempotencyKey.of(key).nameFor("hostPoolId", body.hostPoolId(), by, now));
        return commands.send(new DefineHostPool(pool, by, now, body.cleanName(), body.cleanMembers()))
                .map(receipt -> receipt.created("/api/v1/host-pools/" + pool, new DefinedPool(pool)));
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Void>> revise(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody HostPoolBody body) {
        var version = IfMatch.of(ifMatch);
        var revise = new ReviseHostPool(hostPoolId(id), by, clock.instant(), body.cleanName(), body.cleanMembers());
        return commands.send(revise, version).map(Receipt::noContent);
    }

    @PostMapping("/{id}/retire")
    Mono<ResponseEntity<Void>> retire(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var version = IfMatch.of(ifMatch);
        return commands.send(new RetireHostPool(hostPoolId(id), by, clock.instant()), version)
                .map(Receipt::noContent);
    }

    private static HostPoolId hostPoolId(String id) {
        return new HostPoolId(Shape.uuid("hostPoolId", id));
    }
}
