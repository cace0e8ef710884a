package io.github.openstackjvm.internal.config;

import java.util.List;

import io.github.openstackjvm.internal.config.Tree.Fields;

/**
 * One cloud as it was read, before its values are understood.
 *
 * @param name what it is called; empty when nothing gave it a name
 * @param where it was read, for messages such as "auth_url is missing: ..."
 * @param entry its values
 * @param problems what was wrong with the files, to be told together with what is wrong with the values
 */
public record Loaded(String name, String where, Fields entry, List<String> problems) {
    /** Nothing was read: all is given in code. */
    public static final Loaded NOTHING =
            new Loaded("", "the configuration given in code", Fields.empty(Source.CODE), List.of());
}
