package dev.parley.infra.eventlog;

import dev.parley.api.StoredEvents;
import dev.parley.api.WireFormat;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes events under the names of {@link StoredEvents}, never under class names (ADR 0006), and reads only those. A name or
 * a revision that this version does not know stops the reader: skipping a fact would be lying.
 */
public final class StableNames extends Jackson3Serializer {
    private final AnnotationRevisionResolver revisions = new AnnotationRevisionResolver();

    public StableNames() {
        super(builder().jsonMapperBuilderCustomizer(WireFormat::addTo));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (isNeutral(type)) return super.typeForClass(type);
        var name = StoredEvents.nameOf(type);
        if (StoredEvents.named(name).filter(type::equals).isEmpty())
            throw new SerializationException(type.getName() + " is not an event of StoredEvents, so it is not stored");
        return new SimpleSerializedType(name, revisions.revisionOf(type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type) || MetaData.class.getName().equals(type.getName()))
            return super.classForType(type);
        var known = StoredEvents.named(type.getName())
                .orElseThrow(() -> new SerializationException("No event is named " + type.getName()));
        var revision = revisions.revisionOf(known);
        if (!Objects.equals(revision, type.getRevision()))
            throw new SerializationException("The log holds " + type.getName() + " in revision " + type.getRevision()
                    + ", but this version knows revision " + revision + " and no upcaster leads there");
        return known;
    }

    private static boolean isNeutral(@org.jspecify.annotations.Nullable Class<?> type) {
        return type == null || type == Void.class || type == void.class || MetaData.class.isAssignableFrom(type);
    }
}
