package dev.parley.infra.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;

import java.time.Duration;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * The page. Its addresses are made in the browser, so whatever is neither an interface of ours nor a file is answered with
 * the one document. Assets carry a hash in their name and may be kept for ever; the document that names them may not.
 */
final class Page {
    private static final Set<String> INTERFACES =
            Set.of("api", "signal", "actuator", "openapi", "docs", "webjars", "swagger-ui", "assets");

    private final String place;
    private final Resource document;

    Page(String place) {
        this.place = place;
        this.document = new ClassPathResource(place + "index.html");
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(request -> isPage(request.path())), this::document);
    }

    void files(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/" + place + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/*.*")
                .addResourceLocations("classpath:/" + place)
                .setCacheControl(CacheControl.noCache());
    }

    static boolean isPage(String path) {
        var words = path.substring(1).split("/");
        var isFile = words.length > 0 && words[words.length - 1].contains(".");
        return !isFile && (words.length == 0 || !INTERFACES.contains(words[0]));
    }

    private Mono<ServerResponse> document(ServerRequest request) {
        if (!document.exists()) return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND, "PAGE_NOT_BUILT"));
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(document);
    }
}
