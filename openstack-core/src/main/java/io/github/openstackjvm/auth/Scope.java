package io.github.openstackjvm.auth;

import org.jspecify.annotations.Nullable;

/** What a token is valid for. */
public sealed interface Scope {

    /**
     * One project.
     *
     * @param id the project's id, or null when the name is given
     * @param name the project's name, unique within its domain
     * @param domain the domain of a name
     */
    record Project(
            @Nullable String id,
            @Nullable String name,
            @Nullable Domain domain) implements Scope {
        /** Needs an id, or a name with its domain. */
        public Project {
            if (id == null && (name == null || domain == null)) {
                throw new IllegalArgumentException("A project is given by its id, or by its name and its domain");
            }
        }
    }

    /**
     * One domain.
     *
     * @param id the domain's id, or null when the name is given
     * @param name the domain's name
     */
    record Domain(@Nullable String id, @Nullable String name) implements Scope {
        /** Needs one of the two. */
        public Domain {
            if (id == null && name == null) {
                throw new IllegalArgumentException("A domain is given by its id or by its name");
            }
        }

        /** A domain by its id. */
        public static Domain id(String id) {
            return new Domain(id, null);
        }

        /** A domain by its name. */
        public static Domain name(String name) {
            return new Domain(null, name);
        }
    }

    /** The whole deployment. */
    record Deployment() implements Scope {}

    /**
     * What another user delegated.
     *
     * @param id the trust's id
     */
    record Trust(String id) implements Scope {}

    /** Nothing: good for asking which scopes there are. */
    record Unscoped() implements Scope {}

    /** Whatever Identity chooses: the user's default project, or nothing. */
    record Unspecified() implements Scope {}

    /** A project by its id. */
    static Scope project(String id) {
        return new Project(id, null, null);
    }

    /** A project by its name within a domain. */
    static Scope project(String name, Domain domain) {
        return new Project(null, name, domain);
    }

    /** The whole deployment. */
    static Scope system() {
        return new Deployment();
    }

    /** Nothing. */
    static Scope unscoped() {
        return new Unscoped();
    }
}
