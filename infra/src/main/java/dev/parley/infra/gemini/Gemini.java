package dev.parley.infra.gemini;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.parley.api.WireFormat;
import dev.parley.infra.gemini.GeminiFailure.Cause;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question to the model, answered as JSON or failed with a cause. Instructions and data never mix: what people said travels as
 * JSON in the user message and is announced as data. No tools, no sampling parameters (Gemini 3.x refuses them).
 */
final class Gemini {
    private static final JsonMapper JSON = WireFormat.mapper();

    private final GeminiSettings settings;
    private final ChatModel model;

    Gemini(GeminiSettings settings) {
        this.settings = settings;
        this.model = GoogleAiGeminiChatModel.builder()
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .baseUrl(settings.baseUrl())
                .timeout(settings.timeout())
                .maxOutputTokens(settings.maxOutputTokens())
                .maxRetries(0) // it ignores RetryInfo; we do not
                .build();
    }

    String modelName() {
        return settings.model();
    }

    /** @param data becomes JSON; @param shape what must come back; @throws GeminiFailure when no usable answer came */
    <T> T ask(String instructions, Object data, JsonObjectSchema shape, Class<T> answer) {
        var request = ChatRequest.builder()
                .messages(SystemMessage.from(instructions), UserMessage.from("DATA\n" + JSON.writeValueAsString(data)))
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name(answer.getSimpleName())
                                .rootElement(shape)
                                .build())
                        .build())
                .build();
        for (var attempt = 1; ; attempt++) {
            try {
                return read(once(request), answer);
            } catch (GeminiFailure failure) {
                if (attempt >= settings.attempts() || !failure.worthAnotherAttempt()) throw failure;
            }
        }
    }

    private String once(ChatRequest request) {
        try {
            var response = model.chat(request);
            var text = response.aiMessage().text();
            if (response.finishReason() == FinishReason.CONTENT_FILTER || text == null || text.isBlank())
                throw new GeminiFailure(Cause.BLOCKED, "the answer was withheld", Duration.ZERO);
            return text;
        } catch (RuntimeException e) {
            throw GeminiErrors.from(e);
        }
    }

    private static <T> T read(String text, Class<T> answer) {
        try {
            return JSON.readValue(text, answer);
        } catch (JacksonException e) {
            throw new GeminiFailure(Cause.UNUSABLE, "the answer is not the JSON that was asked for", Duration.ZERO);
        }
    }
}
