package dev.parley.command.notification;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.notification.NotificationCommand.ResendNotification;
import dev.parley.api.notification.NotificationId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes people's wish that a letter goes out once more. */
@RestController
class ResendController {
    private final Commands commands;
    private final Clock clock;

    ResendController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/v1/deliveries/{id}/resend")
    Mono<ResponseEntity<Void>> resend(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var notification = new NotificationId(Shape.uuid("notificationId", id));
        return commands.send(new ResendNotification(notification, by, clock.instant()), IfMatch.of(ifMatch))
                .map(Receipt::noContent);
    }
}
