package dev.parley.command;

import dev.parley.api.Envelope;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds a command's aggregate in its annotated field, and the version that it expects in its envelope. */
class EnvelopeTargets implements CommandTargetResolver {
    private final CommandTargetResolver byAnnotation =
            AnnotationCommandTargetResolver.builder().build();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var target = byAnnotation.resolveTarget(command);
        return command.getMetaData().get(Envelope.EXPECTED_VERSION) instanceof Number version
                ? new VersionedAggregateIdentifier(target.getIdentifierValue(), version.longValue())
                : target;
    }
}
