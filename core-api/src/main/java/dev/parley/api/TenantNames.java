package dev.parley.api;

/** What organisations are called in addresses that anybody may open. */
@FunctionalInterface
public interface TenantNames {
    /** By its name, or by its id. What nobody is called leads to an organisation that has nothing: nobody is told apart. */
    TenantId named(String name);
}
