package io.github.openstackjvm.testkit;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a seed and where it stands, so that each complaint can name the line. */
final class Seed {
    private final String source;
    private final @Nullable Path folder;
    private final Node node;

    private Seed(String source, @Nullable Path folder, Node node) {
        this.source = source;
        this.folder = folder;
        this.node = node;
    }

    /** Reads a text. Files it names are in the folder. */
    static Seed read(String source, @Nullable Path folder, String yaml) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new SeedException(
                    source + (mark == null ? "" : ":" + (mark.getLine() + 1)) + ": it is no YAML: " + e.getProblem());
        }
        if (root == null) {
            throw new SeedException(source + ": there is nothing in it");
        }
        return new Seed(source, folder, root);
    }

    private Seed at(Node other) {
        return new Seed(source, folder, other);
    }

    /** A complaint about this value. */
    SeedException wrong(String message) {
        return new SeedException(source + ":" + (node.getStartMark().getLine() + 1) + ": " + message);
    }

    /** Where files are that it names; null when it is no file itself. */
    @Nullable
    Path folder() {
        return folder;
    }

    /** Its entries, in their order; nothing at all has none. */
    Map<String, Seed> entries(String what) {
        Map<String, Seed> entries = new LinkedHashMap<>();
        if (nothing()) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(what + " must be names with a colon after each");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw at(tuple.getKeyNode()).wrong("a name must be a plain text");
            }
            if (entries.put(key.getValue(), at(tuple.getValueNode())) != null) {
                throw at(key).wrong(key.getValue() + " is there twice");
            }
        }
        return entries;
    }

    /** Its items; a single value is a list of one. */
    List<Seed> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::at).toList();
        }
        return nothing() ? List.of() : List.of(this);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    private boolean nothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** It as a text. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("this must be a text");
    }

    /** It as a whole number. */
    int number() {
        if (plain() instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw wrong("this must be a number");
    }

    /** It as JSON has it. */
    @Nullable
    Object plain() {
        if (node instanceof MappingNode) {
            Map<String, Object> map = new LinkedHashMap<>();
            entries("this").forEach((name, value) -> Json.put(map, name, value.plain()));
            return map;
        }
        if (node instanceof SequenceNode) {
            List<@Nullable Object> list = new ArrayList<>();
            items().forEach(item -> list.add(item.plain()));
            return list;
        }
        String text = text();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.matches("(?i)true|yes|on");
        }
        // Times of day are numbers in YAML; here they are the text they look like.
        if (tag.equals(Tag.INT) && text.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        boolean decimal = tag.equals(Tag.FLOAT) && text.matches("[-+.\\deE]+");
        return decimal ? (Object) Double.valueOf(text) : text;
    }
}
