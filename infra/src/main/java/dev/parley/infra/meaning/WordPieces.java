package dev.parley.infra.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Cuts text into the pieces that BERT models read: lower case, no accents, longest known piece first. */
final class WordPieces {
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s\\p{C}]");
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> pieces;
    private final int start;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> pieces) {
        this.pieces = pieces;
        this.start = pieces.getOrDefault("[CLS]", 101);
        this.end = pieces.getOrDefault("[SEP]", 102);
        this.unknown = pieces.getOrDefault("[UNK]", 100);
    }

    /** @param tokenizer as Hugging Face writes it */
    static WordPieces from(InputStream tokenizer) throws IOException {
        var pieces = new HashMap<String, Integer>(40_000);
        var vocabulary = JsonMapper.shared().readTree(tokenizer).path("model").path("vocab");
        vocabulary
                .properties()
                .forEach(entry -> pieces.put(entry.getKey(), entry.getValue().asInt()));
        return new WordPieces(pieces);
    }

    /** @param most pieces, with the two at the ends */
    long[] of(String text, int most) {
        var ids = new ArrayList<Integer>();
        var words = WORD.matcher(plain(text));
        while (words.find() && ids.size() < most) ids.addAll(of(words.group()));
        var kept = ids.subList(0, Math.min(ids.size(), most - 2));
        var numbers = new long[kept.size() + 2];
        numbers[0] = start;
        for (var i = 0; i < kept.size(); i++) numbers[i + 1] = kept.get(i);
        numbers[numbers.length - 1] = end;
        return numbers;
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return ACCENTS.matcher(apart).replaceAll("");
    }

    private List<Integer> of(String word) {
        if (word.length() > LONGEST_WORD) return List.of(unknown);
        var found = new ArrayList<Integer>();
        for (var from = 0; from < word.length(); ) {
            var to = word.length();
            while (to > from && !pieces.containsKey(piece(word, from, to))) to--;
            if (to == from) return List.of(unknown);
            found.add(pieces.getOrDefault(piece(word, from, to), unknown));
            from = to;
        }
        return found;
    }

    private static String piece(String word, int from, int to) {
        return (from == 0 ? "" : "##") + word.substring(from, to);
    }
}
