package dev.parley.command.analysis;

import static dev.parley.api.analysis.AnalysisRefusal.ANALYSIS_UNKNOWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisCommand.NoteReading;
import dev.parley.api.analysis.AnalysisEvent.SegmentAnalysed;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.Reading;
import dev.parley.api.transcript.SegmentId;
import dev.parley.command.CommandSide;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What was read out of one meeting's words; beside the transcript, whose version is for those who correct it. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Analysis {
    @AggregateIdentifier
    private AnalysisId analysisId;

    private TenantId tenant;
    private final Map<SegmentId, Reading> readings = new HashMap<>();

    Analysis() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(NoteReading command) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(ANALYSIS_UNKNOWN);
        if (!command.reading().equals(readings.get(command.segmentId())))
            apply(new SegmentAnalysed(
                    command.analysisId(),
                    command.meetingId(),
                    command.by().tenant(),
                    command.segmentId(),
                    command.reading()));
        return getVersion();
    }

    @EventSourcingHandler
    void on(SegmentAnalysed analysed) {
        analysisId = analysed.analysisId();
        tenant = analysed.tenant();
        readings.put(analysed.segmentId(), analysed.reading());
    }
}
