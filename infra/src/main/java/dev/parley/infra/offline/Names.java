package dev.parley.infra.offline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the people a sentence names: after their role, or two capitalised words in a row. */
final class Names {
    private static final String NAME =
            "(\\p{Lu}[\\p{L}'’-]+(?: (?:van|von|de|del|la|di) (?=\\p{Lu})| )?(?:\\p{Lu}[\\p{L}'’-]+)?)";
    private static final Pattern AFTER_ROLE = Pattern.compile(
            "(?i:\\b(?:ceo|cfo|cto|coo|boss|manager|director|owner|partner|founder|buyer|colleague|chef|chefin|geschäftsführer(?:in)?|leiter(?:in)?|kollege|kollegin|einkäufer(?:in)?|inhaber(?:in)?|jef[ea]|directora?|gerente|dueñ[oa]|compañer[oa]|frau|herrn?|señora?|mr|mrs|ms|dr)\\b)[.,]?(?i: (?:is|ist|es|heißt|called|named|se llama))? "
                    + NAME);
    private static final Pattern CALLED = Pattern.compile(
            "(?i:\\b(?:name is|called|named|namens|heißt|se llama|llamad[oa]|to|an|with|mit|con|a|para|by|ask|it is|it's|das ist|es)) (\\p{Lu}[\\p{L}'’-]+ \\p{Lu}[\\p{L}'’-]+)");
    private static final Pattern IN_A_ROW =
            Pattern.compile("(?<![\\p{L}])(\\p{Lu}[\\p{Ll}'’]+ (?:(?:van|von|de|del|la|di) )?\\p{Lu}[\\p{Ll}'’-]+)");
    private static final Set<String> NO_NAMES = Set.of(
            "I",
            "The",
            "Our",
            "My",
            "We",
            "It",
            "That",
            "This",
            "Unser",
            "Unsere",
            "Mein",
            "Meine",
            "Das",
            "Die",
            "Der",
            "Ich",
            "Wir",
            "Nuestro",
            "Nuestra",
            "Mi",
            "El",
            "La",
            "Yo",
            "Yes",
            "Sure",
            "Well",
            "Please",
            "Bitte",
            "And",
            "But",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "January",
            "March",
            "April",
            "June",
            "July",
            "September",
            "October",
            "November",
            "December",
            "Just",
            "Send",
            "Ask",
            "Only");

    private Names() {}

    static Optional<String> in(String sentence) {
        var found = new LinkedHashSet<String>();
        for (var pattern : List.of(AFTER_ROLE, CALLED, IN_A_ROW)) {
            for (var matcher = pattern.matcher(sentence); matcher.find(); ) {
                var name = matcher.group(1).strip();
                var first = name.split(" ")[0];
                if (!NO_NAMES.contains(first) && found.stream().noneMatch(known -> known.contains(first)))
                    found.add(name);
            }
            if (!found.isEmpty() && pattern != AFTER_ROLE) break;
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.stream().collect(Collectors.joining(", ")));
    }
}
