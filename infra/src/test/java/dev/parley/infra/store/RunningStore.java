package dev.parley.infra.store;

import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store as the application has it, without the sides; what a test needs of them it brings along. */
public final class RunningStore implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningStore(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On a new database. */
    public static RunningStore start(Class<?>... parts) {
        return on(TestDatabase.fresh(), parts);
    }

    /** A node on this database; several may run at once. Parts that contain {@code =} are settings. */
    public static RunningStore on(String url, Class<?>... parts) {
        return on(url, List.of(), parts);
    }

    public static RunningStore on(String url, List<String> settings, Class<?>... parts) {
        var arguments = new ArrayList<String>();
        arguments.add("--parley.database.url=" + url);
        arguments.add("--parley.database.writers=8");
        arguments.add("--parley.database.readers=2");
        arguments.add("--spring.config.location=classpath:/parley-store.yml");
        arguments.add("--spring.main.banner-mode=off");
        arguments.add("--logging.level.root=warn");
        settings.forEach(setting -> arguments.add("--" + setting));
        return new RunningStore(new SpringApplicationBuilder(Parts.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                // As the application has it: two sides may use the same word for a class.
                .beanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE)
                .run(arguments.toArray(String[]::new)));
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T the(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** As the role that writes. */
    public JdbcClient sql() {
        return JdbcClient.create(the(DataSource.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({
        "dev.parley.infra.store",
        "dev.parley.infra.eventlog",
        "dev.parley.infra.hints",
        "dev.parley.infra.freshness"
    })
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
