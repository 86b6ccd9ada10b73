package dev.parley.infra.gemini;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.parley.api.WireFormat;
import dev.parley.api.interview.ModelTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question to the model, answered as JSON or failed with a cause. Instructions and data never mix: what people said travels as
 * JSON in the user message and is announced as data. No tools. What it costs is booked before and recorded after (ADR 0038).
 */
final class Gemini {
    private static final JsonMapper JSON = WireFormat.mapper();
    private static final int CHARACTERS_A_TOKEN = 3;
    private static final int LONGEST_SAMPLE = 2_000;

    private final GeminiSettings settings;
    private final ModelAccount account;
    private final StreamingChatModel model;

    Gemini(GeminiSettings settings, ModelAccount account) {
        this.settings = settings;
        this.account = account;
        var builder = GoogleAiGeminiStreamingChatModel.builder()
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .baseUrl(settings.baseUrl())
                .timeout(settings.timeout())
                .maxOutputTokens(settings.maxOutputTokens()); // streaming, it never tries again by itself
        if (hasTemperature()) builder.temperature(settings.temperature());
        this.model = builder.build();
    }

    String modelName() {
        return settings.model();
    }

    /** @param data becomes JSON; @param shape what must come back; @throws GeminiFailure when no usable answer came */
    <T> T ask(String instructions, Object data, JsonObjectSchema shape, Class<T> answer) {
        var question = UserMessage.from("DATA\n" + JSON.writeValueAsString(data));
        var messages = List.<ChatMessage>of(SystemMessage.from(instructions), question);
        for (var attempt = 1; ; attempt++) {
            var text = "";
            try {
                text = once(instructions, messages, shape, answer.getSimpleName());
                return JSON.readValue(text, answer);
            } catch (JacksonException e) {
                if (attempt >= settings.attempts())
                    throw new GeminiFailure(ModelTrouble.UNUSABLE, "not the JSON that was asked for", Duration.ZERO);
                messages = repaired(messages.subList(0, 2), text);
            } catch (GeminiFailure failure) {
                if (attempt >= settings.attempts() || !failure.worthAnotherAttempt()) throw failure;
            }
        }
    }

    /** It sees what it wrote, and that it will not do; a request must not end with the model's own turn. */
    private static List<ChatMessage> repaired(List<ChatMessage> before, String text) {
        var sample = text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE);
        var again =
                UserMessage.from("That was not the JSON that was asked for. Write it anew, complete and nothing else.");
        return List.of(before.get(0), before.get(1), AiMessage.from(sample), again);
    }

    private String once(String instructions, List<ChatMessage> messages, JsonObjectSchema shape, String name) {
        var tokens = tokensAtMost(messages);
        account.book(tokens);
        var begun = account.clock().instant();
        var settled = false;
        try {
            var reply = new Reply();
            model.chat(request(messages, shape, name), reply);
            var response = reply.within(settings.firstWordsWithin(), settings.timeout());
            var text = response.aiMessage().text();
            var withheld = response.finishReason() == FinishReason.CONTENT_FILTER || text == null || text.isBlank();
            var brokenOff = !withheld && response.finishReason() == null;
            account.settle(
                    tokens,
                    call(instructions, response, withheld ? "blocked" : brokenOff ? "unavailable" : "ok", begun));
            settled = true;
            if (withheld) throw new GeminiFailure(ModelTrouble.BLOCKED, "the answer was withheld", Duration.ZERO);
            if (brokenOff) throw new GeminiFailure(ModelTrouble.UNAVAILABLE, "the answer broke off", Duration.ZERO);
            return text;
        } catch (RuntimeException e) {
            var failure = GeminiErrors.from(e);
            if (!settled) account.settle(tokens, call(instructions, 0, 0, WireFormat.name(failure.trouble()), begun));
            throw failure;
        }
    }

    private ChatRequest request(List<ChatMessage> messages, JsonObjectSchema shape, String name) {
        var schema = JsonSchema.builder().name(name).rootElement(shape).build();
        return ChatRequest.builder()
                .messages(messages)
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(schema)
                        .build())
                .build();
    }

    private long tokensAtMost(List<ChatMessage> messages) {
        return messages.stream()
                                .mapToLong(message -> message.toString().length())
                                .sum()
                        / CHARACTERS_A_TOKEN
                + settings.maxOutputTokens();
    }

    private ModelCall call(String instructions, ChatResponse response, String outcome, Instant begun) {
        var usage = response.tokenUsage();
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null)
            return call(instructions, 0, 0, outcome, begun);
        return call(instructions, usage.inputTokenCount(), usage.outputTokenCount(), outcome, begun);
    }

    private ModelCall call(String instructions, int in, int out, String outcome, Instant begun) {
        var took = Duration.between(begun, account.clock().instant());
        return new ModelCall(
                begun,
                modelName(),
                Prompts.version(instructions),
                parameters(),
                in,
                out,
                account.cost(in, out),
                outcome,
                took);
    }

    private Map<String, String> parameters() {
        var most = Integer.toString(settings.maxOutputTokens());
        return hasTemperature()
                ? Map.of("maxOutputTokens", most, "temperature", Double.toString(settings.temperature()))
                : Map.of("maxOutputTokens", most);
    }

    private boolean hasTemperature() {
        return settings.temperature() >= 0 && ModelRules.of(settings.model()).sampling();
    }
}
