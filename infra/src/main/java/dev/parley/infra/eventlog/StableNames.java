package dev.parley.infra.eventlog;

import dev.parley.api.StoredEvents;
import dev.parley.api.UnreadEvent;
import dev.parley.api.WireFormat;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes events under the names of {@link StoredEvents}, never under class names (ADR 0006), and reads only those. A name or
 * a revision that this version does not know is an error to the reader: skipping a fact would be lying.
 */
public final class StableNames extends Jackson3Serializer {
    private final AnnotationRevisionResolver revisions = new AnnotationRevisionResolver();
    /** Looked up once per class, for each event is written on somebody's way to an answer. */
    private final ClassValue<SerializedType> types = new ClassValue<>() {
        @Override
        protected SerializedType computeValue(Class<?> type) {
            return storedTypeOf(type);
        }
    };

    private final ClassValue<ObjectWriter> writers = new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> type) {
            return getWriter().forType(type);
        }
    };

    private final ClassValue<ObjectReader> readers = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return getReader(type);
        }
    };

    public StableNames() {
        super(builder().jsonMapperBuilderCustomizer(WireFormat::addTo));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return isNeutral(type) ? super.typeForClass(type) : types.get(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        if (object == null || representation != byte[].class) return super.serialize(object, representation);
        if (object instanceof UnreadEvent unread) return (SerializedObject<T>) asItWas(unread);
        var json = writers.get(object.getClass()).writeValueAsBytes(object);
        return (SerializedObject<T>) new SimpleSerializedObject<>(json, byte[].class, typeForClass(object.getClass()));
    }

    /** What nobody has read is set aside as it was stored. */
    private static SerializedObject<byte[]> asItWas(UnreadEvent unread) {
        return new SimpleSerializedObject<>(unread.payload(), byte[].class, unread.type(), unread.revision());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        if (!(stored.getData() instanceof byte[] json) || isFrameworks(stored.getType()))
            return super.deserialize(stored);
        try {
            return (T) readers.get(classForType(stored.getType())).readValue(json);
        } catch (JacksonException e) {
            throw new SerializationException(
                    "It does not decode as " + stored.getType().getName(), e);
        }
    }

    /** Whether it is written as this version would write it, so that nothing has to be done to it. */
    boolean isTodays(SerializedType type) {
        return StoredEvents.named(type.getName())
                .filter(known -> types.get(known).equals(type))
                .isPresent();
    }

    private SerializedType storedTypeOf(Class<?> type) {
        var name = StoredEvents.nameOf(type);
        if (StoredEvents.named(name).filter(type::equals).isEmpty())
            throw new SerializationException(type.getName() + " is not an event of StoredEvents, so it is not stored");
        return new SimpleSerializedType(name, revisions.revisionOf(type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (isFrameworks(type)) return super.classForType(type);
        var known = StoredEvents.named(type.getName())
                .orElseThrow(() -> new UnknownType("No event is named " + type.getName()));
        var revision = types.get(known).getRevision();
        if (!Objects.equals(revision, type.getRevision()))
            throw new UnknownRevision("The log holds " + type.getName() + " in revision " + type.getRevision()
                    + ", but this version knows revision " + revision + " and no upcaster leads there");
        return known;
    }

    private static boolean isFrameworks(SerializedType type) {
        return SerializedType.emptyType().equals(type)
                || MetaData.class.getName().equals(type.getName());
    }

    private static boolean isNeutral(@org.jspecify.annotations.Nullable Class<?> type) {
        return type == null || type == Void.class || type == void.class || MetaData.class.isAssignableFrom(type);
    }
}
