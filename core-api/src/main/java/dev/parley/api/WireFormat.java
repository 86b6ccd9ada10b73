package dev.parley.api;

import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How things look in JSON, everywhere: on HTTP, in frames and in the log. Times are ISO-8601, constants are lower case with
 * dashes ({@code YES_NO} is {@code "yes-no"}).
 */
public final class WireFormat extends SimpleModule {

    public WireFormat() {
        super("parley");
        addDeserializer(Instant.class, new InstantReader());
    }

    /** A mapper for stored events and frames. Unknown fields are ignored, so that older code reads newer text. */
    public static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        addTo(builder);
        return builder.build();
    }

    /** For those who must build their mapper themselves. */
    public static void addTo(JsonMapper.Builder builder) {
        builder.addModule(new WireFormat()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A constant as it is written. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new DashedConstants());
    }

    private static final class DashedConstants extends NopAnnotationIntrospector {
        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            for (var i = 0; i < constants.length; i++) if (names[i] == null) names[i] = name(constants[i]);
            return names;
        }
    }
}
