package dev.parley.infra.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** all-MiniLM-L6-v2, quantised: a sentence becomes 384 numbers of length one. English; other languages only by their cognates. */
final class SentenceModel {
    private static final String NAME = "/all-minilm-l6-v2-q";
    private static final int MOST_PIECES = 128;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    static SentenceModel load() throws IOException, OrtException {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var model = resource(NAME + ".onnx");
                var tokenizer = resource(NAME + "-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            var session = environment.createSession(model.readAllBytes(), options);
            return new SentenceModel(environment, session, WordPieces.from(tokenizer));
        }
    }

    float[] embed(String text) throws OrtException {
        var ids = pieces.of(text, MOST_PIECES);
        var all = new long[ids.length];
        Arrays.fill(all, 1);
        try (var input = tensor(ids);
                var mask = tensor(all);
                var types = tensor(new long[ids.length]);
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((float[][][]) result.get(0).getValue())[0]);
        }
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {numbers});
    }

    private static float[] mean(float[][] states) {
        var sum = new double[states[0].length];
        for (var state : states) for (var i = 0; i < sum.length; i++) sum[i] += state[i];
        var length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
        var mean = new float[sum.length];
        for (var i = 0; i < sum.length; i++) mean[i] = (float) (sum[i] / length);
        return mean;
    }

    private static InputStream resource(String name) {
        var stream = SentenceModel.class.getResourceAsStream(name);
        if (stream == null) throw new IllegalStateException(name + " is missing from the jar");
        return stream;
    }
}
