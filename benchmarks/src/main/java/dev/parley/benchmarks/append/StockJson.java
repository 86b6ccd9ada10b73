package dev.parley.benchmarks.append;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Jackson as it comes, for the peers: what Parley does to read faster is not theirs. It reads our constants in any case. */
public final class StockJson {
    private StockJson() {}

    public static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        addTo(builder);
        return builder.build();
    }

    static void addTo(JsonMapper.Builder builder) {
        builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
