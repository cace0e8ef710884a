package io.github.openstackjvm.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the pages of a question, one in memory at a time, and ends when the cloud starts to repeat itself. */
final class Pages<T> implements Iterator<Page<T>> {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.listing");

    private final Question<T> question;
    private final Set<List<Map.Entry<String, String>>> asked = new HashSet<>();
    private @Nullable List<Map.Entry<String, String>> next;
    private boolean begun;
    private int seen;

    Pages(Question<T> question) {
        this.question = question;
    }

    @Override
    public boolean hasNext() {
        return !begun || next != null;
    }

    @Override
    public Page<T> next() {
        List<Map.Entry<String, String>> parameters = begun ? next : question.parameters();
        if (parameters == null) {
            throw new NoSuchElementException("This was the last page");
        }
        begun = true;
        asked.add(parameters);
        Page<T> page = question.ask(parameters);
        next = after(page, parameters);
        if (next != null && asked.contains(next)) {
            LOG.warn("The list of {} goes on where it was already: taken as its end", question);
            next = null;
        }
        return page;
    }

    private @Nullable List<Map.Entry<String, String>> after(Page<T> page, List<Map.Entry<String, String>> parameters) {
        int count = page.items().size();
        seen += count;
        return switch (question.wire().paging()) {
            case LINKS, NEXT -> page.next().map(question::parametersOf).orElse(null);
            case NEXT_MARKER ->
                page.next().map(link -> marked(parameters, link)).orElse(null);
            case MARKER ->
                count == 0
                        ? null
                        : following(parameters, question.after(page.items().get(count - 1)));
            case OFFSET -> count == 0 ? null : following(parameters, Map.of("offset", String.valueOf(seen)));
            case NONE -> null;
        };
    }

    /** The same question behind the marker of a link; the whole link where it has none. */
    private List<Map.Entry<String, String>> marked(List<Map.Entry<String, String>> parameters, String link) {
        List<Map.Entry<String, String>> linked = question.parametersOf(link);
        return linked.stream()
                .filter(parameter -> parameter.getKey().equals("marker"))
                .findFirst()
                .map(marker -> following(parameters, Map.of("marker", marker.getValue())))
                .orElse(linked);
    }

    private static List<Map.Entry<String, String>> following(
            List<Map.Entry<String, String>> parameters, Map<String, String> changed) {
        List<Map.Entry<String, String>> following = new ArrayList<>(parameters);
        following.removeIf(parameter -> changed.containsKey(parameter.getKey()));
        following.addAll(changed.entrySet());
        return following;
    }

    /** The resources of all pages. */
    static final class Items<T> implements Iterator<T> {
        private final Pages<T> pages;
        private Iterator<T> page = Collections.emptyIterator();

        Items(Pages<T> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && pages.hasNext()) {
                page = pages.next().items().iterator();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("This was the last resource");
            }
            return page.next();
        }
    }
}
