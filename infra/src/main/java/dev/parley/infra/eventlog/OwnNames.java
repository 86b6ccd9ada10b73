package dev.parley.infra.eventlog;

import dev.parley.api.WireFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes what is not an event: positions of processors, sagas, deadlines. These carry class names, so only our own classes
 * and a few of the framework's are read back; whoever can write to these tables cannot name any other class.
 */
public final class OwnNames extends Jackson3Serializer {
    private static final Pattern OURS =
            Pattern.compile("dev\\.parley\\.(api|command|saga|query|signaling|infra)\\.[\\w.$]+");
    private static final Set<String> FRAMEWORK = Set.of(
            "org.axonframework.eventhandling.GapAwareTrackingToken",
            "org.axonframework.eventhandling.GlobalSequenceTrackingToken",
            "org.axonframework.eventhandling.MergedTrackingToken",
            "org.axonframework.eventhandling.ReplayToken",
            "org.axonframework.eventhandling.tokenstore.ConfigToken",
            "org.axonframework.messaging.MetaData",
            "org.axonframework.modelling.command.AggregateScopeDescriptor",
            "org.axonframework.modelling.saga.SagaScopeDescriptor",
            "java.lang.String",
            "java.lang.Long",
            "java.lang.Integer",
            "java.lang.Boolean",
            "java.time.Instant",
            "java.util.UUID",
            "java.util.LinkedHashMap");

    public OwnNames() {
        super(builder().jsonMapperBuilderCustomizer(WireFormat::addTo));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) return super.classForType(type);
        var name = type.getName();
        if (!FRAMEWORK.contains(name) && !OURS.matcher(name).matches())
            throw new SerializationException("Stored data names the class " + name + ", which is not on the list");
        return super.classForType(type);
    }
}
