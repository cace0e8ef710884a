package io.github.openstackjvm.internal.config;

import io.github.openstackjvm.internal.config.Tree.Fields;

/**
 * One cloud as it was read, before its values are understood.
 *
 * @param name what it is called; empty when nothing gave it a name
 * @param where it was read, for messages such as "auth_url is missing: ..."
 * @param entry its values
 */
public record Loaded(String name, String where, Fields entry) {
    /** Nothing was read: all is given in code. */
    public static final Loaded NOTHING = new Loaded("", "the configuration given in code", Fields.empty(Source.CODE));
}
