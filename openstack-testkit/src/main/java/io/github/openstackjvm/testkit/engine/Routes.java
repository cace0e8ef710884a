package io.github.openstackjvm.testkit.engine;

import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.testkit.HttpMethod;
import org.jspecify.annotations.Nullable;

/** The list of operations of a service, one line each. */
public final class Routes {
    private final List<Entry> entries = new ArrayList<>();

    Routes() {}

    /** Reads something; answers HEAD, too. */
    public Entry get(String path, Handler handler) {
        return add(HttpMethod.GET, path, handler);
    }

    /** Asks whether something is there. */
    public Entry head(String path, Handler handler) {
        return add(HttpMethod.HEAD, path, handler);
    }

    /** Creates, or acts. */
    public Entry post(String path, Handler handler) {
        return add(HttpMethod.POST, path, handler);
    }

    /** Replaces, or sets. */
    public Entry put(String path, Handler handler) {
        return add(HttpMethod.PUT, path, handler);
    }

    /** Changes in part. */
    public Entry patch(String path, Handler handler) {
        return add(HttpMethod.PATCH, path, handler);
    }

    /** Removes. */
    public Entry delete(String path, Handler handler) {
        return add(HttpMethod.DELETE, path, handler);
    }

    /** Any verb. */
    public Entry add(HttpMethod method, String path, Handler handler) {
        Entry entry = new Entry(method, path, handler);
        entries.add(entry);
        return entry;
    }

    List<Route> list() {
        return entries.stream().map(Entry::route).toList();
    }

    /** An operation, to be told more about. */
    public static final class Entry {
        private final HttpMethod method;
        private final String path;
        private final Handler handler;
        private @Nullable String since;
        private @Nullable String until;
        private boolean open;

        private Entry(HttpMethod method, String path, Handler handler) {
            this.method = method;
            this.path = path;
            this.handler = handler;
        }

        /** The first microversion that has it. */
        public Entry since(String microversion) {
            since = microversion;
            return this;
        }

        /** The last microversion that has it. */
        public Entry until(String microversion) {
            until = microversion;
            return this;
        }

        /** May be called without a token. */
        public Entry open() {
            open = true;
            return this;
        }

        private Route route() {
            return new Route(method, path, List.of(path.substring(1).split("/", -1)), since, until, open, handler);
        }
    }
}
