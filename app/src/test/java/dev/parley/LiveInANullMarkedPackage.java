package dev.parley;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The package of every class has a package-info with {@code @NullMarked}. */
final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {

    LiveInANullMarkedPackage() {
        super("live in a package whose package-info is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        events.add(new SimpleConditionEvent(
                type, marked, "package of " + type.getName() + " has no package-info with @NullMarked"));
    }
}
