package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailRefusal.MAIL_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail that a demo has sent, for the tenant that sent it. */
@RestController
@RequestMapping("/api/v1/demo/mailbox")
@Conditional(DemoMailboxIsOn.class)
class MailboxController {
    private static final MediaType LETTER = MediaType.parseMediaType("message/rfc822");

    private final DemoMailbox mailbox;

    MailboxController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    List<DemoMail> letters(@AuthenticationPrincipal Actor by) {
        return mailbox.of(by.tenant().toString());
    }

    @GetMapping("/{id}.eml")
    ResponseEntity<byte[]> letter(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        var mail = mailbox.find(by.tenant().toString(), id).orElseThrow(() -> new Refused(MAIL_UNKNOWN));
        return ResponseEntity.ok()
                .contentType(LETTER)
                .header("Content-Disposition", "attachment; filename=\"letter-" + mail.id() + ".eml\"")
                .body(mail.raw());
    }
}
