package io.github.openstackjvm.blockstorage;

import java.util.Map;
import java.util.stream.Collectors;

/** Values as Python writes them, which some filters of Cinder are. */
final class Literal {
    private Literal() {}

    /** A dictionary of texts. */
    static String of(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> quoted(pair.getKey()) + ": " + quoted(pair.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }
}
