package dev.parley.infra.mail;

import static dev.parley.infra.mail.MailRefusal.DIAGNOSIS_RUNNING;

import dev.parley.api.Refused;
import dev.parley.infra.diagnosis.Diagnosis;
import dev.parley.infra.diagnosis.MailDoctor;
import dev.parley.infra.diagnosis.MailTarget;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@code POST /mail/diagnose}: why mail does not leave or does not arrive. For administrators; looks at the configured server
 * and domain only, one look at a time.
 */
@RestController
class DiagnosisController {
    private final MailDoctor doctor;
    private final MailTarget target;
    private final AtomicBoolean running = new AtomicBoolean();

    DiagnosisController(MailDoctor doctor, MailTarget target) {
        this.doctor = doctor;
        this.target = target;
    }

    @PostMapping("/api/v1/mail/diagnose")
    Mono<Diagnosis> diagnose() {
        return Mono.fromCallable(this::examine).subscribeOn(Schedulers.boundedElastic());
    }

    private Diagnosis examine() {
        if (!running.compareAndSet(false, true)) throw new Refused(DIAGNOSIS_RUNNING);
        try {
            return doctor.examine(target);
        } finally {
            running.set(false);
        }
    }
}
