package org.numberreader.decoding;

import java.util.List;
import org.numberreader.recognition.ColumnScores;
import org.numberreader.recognition.Symbol;

/**
 * Symbols of a line that belong together: a number with its signs, or what parts numbers.
 *
 * @param apart whether a wide gap or a printed border is before it
 */
record WrittenPart(List<FoundSymbol> symbols, boolean apart) {
    WrittenPart {
        symbols = List.copyOf(symbols);
    }

    boolean isNumber() {
        return symbols.stream().anyMatch(found -> found.symbol().isDigit());
    }

    List<FoundSymbol> digits() {
        return symbols.stream().filter(found -> found.symbol().isDigit()).toList();
    }

    /** The same ink, taken for other handwriting. */
    WrittenPart asOther(ColumnScores scores) {
        return new WrittenPart(
                symbols.stream().map(found -> found.as(Symbol.OTHER, scores)).toList(), apart);
    }

    FoundSymbol first() {
        return symbols.get(0);
    }

    FoundSymbol last() {
        return symbols.get(symbols.size() - 1);
    }

    String text() {
        var text = new StringBuilder();
        for (var found : symbols) {
            if (found.symbol() != Symbol.BORDER && found.symbol() != Symbol.OTHER) {
                text.append(found.symbol().text());
            }
        }
        return text.toString();
    }
}
