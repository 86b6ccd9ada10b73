package dev.parley;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of every endpoint alike. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final String KEY = "Idempotency-Key";
    private static final Set<HttpMethod> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** A filter reads the key, so no endpoint can forget it, and none declares it either. */
    @Bean
    OpenApiCustomizer idempotencyKeys() {
        return document -> document.getPaths().values().forEach(ApiDocument::addKey);
    }

    private static void addKey(PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> {
            if (CHANGING.contains(method)) addKey(operation);
        });
    }

    private static void addKey(Operation operation) {
        if (operation.getParameters() != null)
            operation.getParameters().removeIf(parameter -> KEY.equals(parameter.getName()));
        operation.addParametersItem(new HeaderParameter()
                .name(KEY)
                .required(false)
                .schema(new StringSchema().maxLength(200))
                .description(
                        "Names the request. Repeated with the same key and content, it is answered as the first time"
                                + " and does nothing again; with other content it is refused as KEY_REUSED."));
    }
}
