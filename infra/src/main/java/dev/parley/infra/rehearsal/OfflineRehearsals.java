package dev.parley.infra.rehearsal;

import dev.parley.api.WireFormat;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.command.questionset.Rehearsals;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.OfflineInterviewer;
import dev.parley.saga.interview.DryRun;
import dev.parley.saga.interview.DryRun.Line;
import dev.parley.saga.interview.DryRun.Script;
import dev.parley.saga.interview.Interviewer;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Rehearses with the interviewer that needs no key, so that a rehearsal costs nothing. */
@Component
final class OfflineRehearsals implements Rehearsals {
    private final DryRun dryRun;
    private final Interviewer interviewer;

    @Autowired
    OfflineRehearsals(DryRun dryRun, Meanings meanings) {
        this(dryRun, new OfflineInterviewer(meanings));
    }

    OfflineRehearsals(DryRun dryRun, Interviewer interviewer) {
        this.dryRun = dryRun;
        this.interviewer = interviewer;
    }

    @Override
    public Rehearsal rehearse(PinnedQuestionSet questions, Manner manner, Duration length) {
        var script = dryRun.play(interviewer, questions, length, new SimulatedLead(manner));
        return new Rehearsal(
                script.lines().stream().map(OfflineRehearsals::said).toList(),
                script.answers().entrySet().stream()
                        .map(answer -> new Heard(
                                answer.getKey(),
                                answer.getValue().value(),
                                answer.getValue().confidence()))
                        .toList(),
                script.leftAside().entrySet().stream()
                        .map(aside -> new Left(aside.getKey(), WireFormat.name(aside.getValue())))
                        .toList(),
                minutes(script),
                script.ended().map(WireFormat::name));
    }

    private static int minutes(Script script) {
        return Math.toIntExact(script.length().plusSeconds(59).toMinutes());
    }

    private static Said said(Line line) {
        var speaker = line.reason().isPresent() ? Speaker.INTERVIEWER : Speaker.LEAD;
        return new Said(speaker, line.text(), line.questionId(), line.reason().map(WireFormat::name));
    }
}
