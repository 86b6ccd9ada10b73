package dev.parley.signaling.frame;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A codec with the limits that are documented. */
public final class Codecs {
    private Codecs() {}

    public static FrameCodec codec() {
        return new FrameCodec(limits());
    }

    /** Knows the frames that break things on purpose, too. */
    public static FrameCodec inDevelopment() {
        return new FrameCodec(limits(), true);
    }

    public static FrameLimits limits() {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("frame", FrameLimits.class);
    }
}
