package dev.parley.infra.identity;

import dev.parley.infra.store.postgres.CannotStart;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Production starts with real parts or not at all. Runs before any bean is made, so the sentence is the first one read. */
final class ProductionGuard implements BeanFactoryPostProcessor {
    private final Environment environment;

    ProductionGuard(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!environment.getProperty("parley.mode", "demo").equalsIgnoreCase("production")) return;
        var missing = missing();
        if (!missing.isEmpty())
            throw new CannotStart("Production needs its real parts.", "Set " + String.join(", ", missing) + ".", null);
    }

    private List<String> missing() {
        var missing = new ArrayList<String>();
        if (isBlank("parley.oidc.issuer")) missing.add("PARLEY_OIDC_ISSUER (demo identities are for demos)");
        if (isBlank("parley.mail.host")) missing.add("PARLEY_MAIL_HOST (the embedded mailbox sends nothing)");
        if (isBlank("parley.mail.from")) missing.add("PARLEY_MAIL_FROM (the mailbox that invitations come from)");
        if (isBlank("parley.public-url")) missing.add("PARLEY_PUBLIC_URL (where guests reach us)");
        if (environment.getProperty("parley.development", Boolean.class, false))
            missing.add("PARLEY_DEVELOPMENT=false (clients could break connections on purpose)");
        return missing;
    }

    private boolean isBlank(String setting) {
        return environment.getProperty(setting, "").isBlank();
    }
}
