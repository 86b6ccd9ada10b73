package dev.parley.command.transcript;

import java.math.BigInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Numbers that belong to nobody's record of a conversation: payment cards (ISO/IEC 7812, with its check digit), bank accounts (ISO 13616),
 * US social security numbers and Spanish identity numbers. They are taken out before anything is stored, for what is stored stays.
 * Amounts, dates, telephone numbers and whatever fails its check stay. Pure.
 */
final class PrivateNumbers {
    private static final Pattern CARD = Pattern.compile(
            "(?<![\\d+])(?:(?:\\d[ -]?){15}\\d|3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}|(?:\\d[ -]?){18}\\d)(?![ -]?\\d)");
    private static final Pattern BRAND = Pattern.compile("(?:4|5[1-5]|2[2-7]|6[045]|3[4-7]).*");
    private static final Pattern ACCOUNT =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern SOCIAL_SECURITY =
            Pattern.compile("(?<![\\d-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])");
    private static final Pattern IDENTITY = Pattern.compile("\\b[XYZ]?\\d{7,8}-?[A-Z]\\b");
    private static final String IDENTITY_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private PrivateNumbers() {}

    static String withheld(String text) {
        var left = withoutAccounts(text);
        left = without(left, CARD, PrivateNumbers::isCard, "[card number withheld]");
        left = without(left, SOCIAL_SECURITY, _ -> true, "[identity number withheld]");
        return without(left, IDENTITY, PrivateNumbers::isIdentity, "[identity number withheld]");
    }

    private static String without(String text, Pattern candidates, Predicate<String> isOne, String instead) {
        return candidates.matcher(text).replaceAll(found -> isOne.test(found.group()) ? instead : found.group());
    }

    /** A word may follow that looks like a part of it, so it may be shorter than what was found. */
    private static String withoutAccounts(String text) {
        return ACCOUNT.matcher(text).replaceAll(found -> {
            for (var end = found.group(); end.length() >= 15; end = end.substring(0, Math.max(0, end.lastIndexOf(' '))))
                if (isAccount(end))
                    return "[account number withheld]" + found.group().substring(end.length());
            return found.group();
        });
    }

    private static boolean isCard(String found) {
        var digits = found.replaceAll("\\D", "");
        return BRAND.matcher(digits).matches() && luhn(digits) % 10 == 0;
    }

    private static int luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    private static boolean isAccount(String found) {
        var account = found.replace(" ", "");
        var number = new StringBuilder();
        (account.substring(4) + account.substring(0, 4))
                .chars()
                .forEach(character -> number.append(Character.getNumericValue(character)));
        return new BigInteger(number.toString()).mod(CHECK).equals(BigInteger.ONE);
    }

    private static boolean isIdentity(String found) {
        var letter = found.charAt(found.length() - 1);
        var digits = found.replace('X', '0').replace('Y', '1').replace('Z', '2').replaceAll("\\D", "");
        digits = digits.substring(0, Math.min(8, digits.length()));
        return digits.length() == 8 && IDENTITY_LETTERS.charAt(Integer.parseInt(digits) % 23) == letter;
    }
}
