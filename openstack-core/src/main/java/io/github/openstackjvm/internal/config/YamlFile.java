package io.github.openstackjvm.internal.config;

import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.internal.config.Tree.Items;
import io.github.openstackjvm.internal.config.Tree.Text;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one file of YAML or JSON, as untrusted as any: bounded in size, depth and aliases, without tags. What is wrong is
 * told without quoting the file, since any line may hold a password.
 */
final class YamlFile {
    private static final int DEEPEST = 50;
    /** After aliases are followed: they let a small file stand for a huge one. */
    private static final int MOST_VALUES = 100_000;

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private final Source whole;
    private final Problems problems;
    private int values;

    private YamlFile(Source whole, Problems problems) {
        this.whole = whole;
        this.problems = problems;
    }

    /**
     * The file's mapping; without values when the file is empty or cannot be understood, which becomes a problem.
     *
     * @throws AccessDeniedException when this user may not read it
     */
    static Fields read(Path file, Problems problems) throws AccessDeniedException {
        Optional<String> text = FileText.read(file, problems);
        Source whole = Source.line(file, 0);
        return text.isEmpty()
                ? Fields.empty(whole)
                : parse(whole, file.toString().endsWith(".json") ? yamlOf(text.get()) : text.get(), problems);
    }

    /** The mapping of a JSON text that came from here. */
    static Fields json(Source whole, String text, Problems problems) {
        return parse(whole, yamlOf(text), problems);
    }

    /** The mapping of a text that came from here. */
    static Fields parse(Source whole, String text, Problems problems) {
        Fields nothing = Fields.empty(whole);
        try {
            Node root = compose(text);
            if (root == null) {
                return nothing;
            }
            return new YamlFile(whole, problems).value(root, whole.at(1), 0) instanceof Fields fields
                    ? fields
                    : wrong(problems, whole, "must be a mapping that begins with 'clouds:'", nothing);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return wrong(problems, whole.at(line), reason(e), nothing);
        } catch (YAMLException e) {
            return wrong(problems, whole, reason(e), nothing);
        }
    }

    private static @Nullable Node compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(50);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(FileText.LARGEST);
        limits.setAllowRecursiveKeys(false);
        return new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
    }

    /** JSON is YAML but for tabs between tokens (within texts they are escaped) and an escaped slash. */
    private static String yamlOf(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(escape -> escape.group(1).equals("/") ? "/" : Matcher.quoteReplacement(escape.group()))
                .replace('\t', ' ');
    }

    private static <T> T wrong(Problems problems, Object place, String reason, T instead) {
        problems.add("Cannot read YAML: %s: %s".formatted(place, reason));
        return instead;
    }

    /** SnakeYAML's words, unless they would quote the file. */
    private static String reason(YAMLException e) {
        String problem = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
        String words = problem == null ? "" : problem;
        if (words.contains("TAB")) {
            return "there is a tab, and YAML wants spaces";
        }
        if (words.contains("undefined alias")) {
            return "a text that begins with * must be quoted; it is read as an alias that no anchor defines";
        }
        if (words.contains("tag") || words.contains("Tag")) {
            return "tags are not allowed; a text that begins with ! must be quoted";
        }
        if (words.contains("cannot start any token")) {
            return words.replaceAll(" that cannot start.*", " at the beginning of a text that should be quoted");
        }
        if (words.contains("mapping values are not allowed")) {
            return "a colon where none can be: wrong indentation, or a text that must be quoted";
        }
        return words.replaceAll("\\R", " ");
    }

    private Tree value(Node node, Source source, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new YAMLException("its aliases stand for more than " + MOST_VALUES + " values");
        }
        if (!TAGS.contains(node.getTag())) {
            problems.add("Cannot read YAML: %s: tags are not allowed; a text that begins with ! must be quoted"
                    .formatted(source));
            return new Text(null, source);
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, source, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item, at(item), depth + 1)));
            return new Items(items, source);
        }
        String text = ((ScalarNode) node).getValue();
        return new Text(node.getTag().equals(Tag.NULL) ? null : text, source);
    }

    private Fields mapping(MappingNode mapping, Source source, int depth) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        List<Fields> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            // The line of the key: its value may begin on the next one.
            Source line = at(tuple.getKeyNode());
            Tree value = value(tuple.getValueNode(), line, depth + 1);
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merged.addAll(mappings(value));
            } else if (tuple.getKeyNode() instanceof ScalarNode key) {
                Tree other = fields.putIfAbsent(key.getValue(), value);
                if (other != null) {
                    problems.add("Cannot read YAML: %s: '%s' stands at %s already. Keep one"
                            .formatted(line, key.getValue(), other.source()));
                }
            } else {
                problems.add("Cannot read YAML: %s: a key must be a single text".formatted(line));
            }
        }
        // Merged mappings (<<) fill gaps; the first of them wins.
        merged.forEach(other -> other.fields().forEach(fields::putIfAbsent));
        return new Fields(fields, source);
    }

    private List<Fields> mappings(Tree merged) {
        List<Tree> all = merged instanceof Items items ? items.items() : List.of(merged);
        if (!all.stream().allMatch(Fields.class::isInstance)) {
            problems.add("Cannot read YAML: %s: only mappings can be merged by <<".formatted(merged.source()));
        }
        return all.stream()
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .toList();
    }

    private Source at(Node node) {
        return whole.at(node.getStartMark().getLine() + 1);
    }
}
