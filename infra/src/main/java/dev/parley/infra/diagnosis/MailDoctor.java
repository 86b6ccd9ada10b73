package dev.parley.infra.diagnosis;

import dev.parley.infra.diagnosis.Finding.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Looks at the way that mail takes: first to the server, then at what receivers look up about us. May take half a minute. */
public final class MailDoctor {
    private final ServerVisit visit;
    private final SenderRecords records;

    public MailDoctor(DiagnosisSettings settings, Clock clock) {
        this(new ServerVisit(new Certificates(), clock), new SenderRecords(new Dns(settings), settings.dkimSelector()));
    }

    MailDoctor(ServerVisit visit, SenderRecords records) {
        this.visit = visit;
        this.records = records;
    }

    public Diagnosis examine(MailTarget target) {
        if (target.demo()) return Diagnosis.ofTheDemo(target);
        var steps = new ArrayList<>(toTheServer(target));
        steps.addAll(records.of(target.domain()));
        return Diagnosis.of(target, List.copyOf(steps));
    }

    /** What a visit did not come to any more is told too, so that every report has the same steps. */
    private List<Finding> toTheServer(MailTarget target) {
        var findings = new ArrayList<Finding>();
        visit.pay(target, findings);
        var stopped = findings.stream().anyMatch(finding -> finding.state() == State.WRONG);
        for (var step : ServerVisit.STEPS)
            if (stopped && findings.stream().noneMatch(finding -> finding.step() == step))
                findings.add(Finding.skipped(step, "not reached"));
        return findings;
    }
}
