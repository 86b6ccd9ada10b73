package dev.parley.benchmarks.append;

import org.apache.pekko.serialization.JSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Jackson for Pekko's journal. Found by its name in the configuration. */
public final class PekkoJson extends JSerializer {
    private static final int IDENTIFIER = 20_261_122;

    private final JsonMapper mapper = StockJson.mapper();

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public byte[] toBinary(Object event) {
        return mapper.writeValueAsBytes(event);
    }

    @Override
    public boolean includeManifest() {
        return false;
    }

    @Override
    public Object fromBinaryJava(byte[] bytes, @Nullable Class<?> manifest) {
        return mapper.readValue(bytes, PekkoTalk.Said.class);
    }
}
