package io.github.openstackjvm.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keys;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.internal.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Filters, order and page size of a {@link Listing}, and where it is asked. Of use to listings only.
 *
 * @param <T> the resource
 */
public final class Question<T> {
    private final Binding<? extends CrudApi<T>> binding;
    private final Needs needs;
    private final List<Filter> filters;
    private final List<Map.Entry<String, Order>> order;
    private final @Nullable Integer pageSize;
    private final @Nullable Duration limit;
    private final Function<T, Map<String, String>> after;

    /** A value is a text, or a {@link Reference} that becomes one when the question is asked. */
    private record Filter(String name, Object value) {}

    Question(Binding<? extends CrudApi<T>> binding) {
        this(binding, item -> Map.of("marker", ((Resource<?>) item).id()));
    }

    /** Where these parameters lead on behind an item. */
    Question(Binding<? extends CrudApi<T>> binding, Function<T, Map<String, String>> after) {
        this(binding, Needs.NONE, List.of(), List.of(), null, null, after);
    }

    private Question(
            Binding<? extends CrudApi<T>> binding,
            Needs needs,
            List<Filter> filters,
            List<Map.Entry<String, Order>> order,
            @Nullable Integer pageSize,
            @Nullable Duration limit,
            Function<T, Map<String, String>> after) {
        this.binding = binding;
        this.needs = needs;
        this.filters = filters;
        this.order = order;
        this.pageSize = pageSize;
        this.limit = limit;
        this.after = after;
    }

    /** The parameters that lead on behind this item. */
    Map<String, String> after(T item) {
        return after.apply(item);
    }

    Question<T> with(VersionRange range, String name, List<?> values) {
        List<Filter> more = new ArrayList<>(filters);
        values.forEach(value ->
                more.add(new Filter(name, value instanceof OpenValue word ? word.value() : String.valueOf(value))));
        return new Question<>(
                binding, needs.and("the filter '" + name + "'", range), more, order, pageSize, limit, after);
    }

    Question<T> with(String name, Class<? extends Resource<?>> type, Ref<?> target, boolean nameOrId) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(new Filter(name, new Reference(name, type, target, nameOrId)));
        return new Question<>(binding, needs, more, order, pageSize, limit, after);
    }

    Question<T> sortBy(String key, Order direction) {
        if (wire().sorting() == Wire.Sorting.NONE) {
            throw new IllegalArgumentException(
                    "The service does not sort its list of " + Keys.many(wire()) + "; sort toList() instead");
        }
        List<Map.Entry<String, Order>> more = new ArrayList<>(order);
        more.add(Map.entry(key, direction));
        return new Question<>(binding, needs, filters, more, pageSize, limit, after);
    }

    Question<T> pageSize(int size) {
        return new Question<>(binding, needs, filters, order, size, limit, after);
    }

    /** Each of its requests, repetitions included, ends within this time. */
    Question<T> within(Duration time) {
        return new Question<>(binding, needs, filters, order, pageSize, time, after);
    }

    /** Whether a page may be asked for that is smaller than the usual one. */
    boolean sizeable() {
        return pageSize == null
                && wire().paging() != Wire.Paging.NONE
                && filters.stream().noneMatch(filter -> filter.name.equals(wire().unpagedFilter()));
    }

    Wire wire() {
        return binding.wire();
    }

    /** Everything that is there, page by page. For clean-up, which knows no collection. */
    @SuppressWarnings("exports")
    public static <T> Iterable<T> all(Binding<? extends CrudApi<T>> binding) {
        return () -> new Pages.Items<>(new Pages<>(new Question<>(binding)));
    }

    /** Where it is asked. */
    @SuppressWarnings("exports") // for clean-up
    public Binding<? extends CrudApi<T>> binding() {
        return binding;
    }

    String kind() {
        return Keys.kind(wire());
    }

    /** The parameters of the first page. Names are looked up here. */
    List<Map.Entry<String, String>> parameters() {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (Filter filter : filters) {
            Object value = filter.value;
            parameters.add(Map.entry(
                    filter.name,
                    value instanceof Reference reference ? binding.resolver().id(reference) : (String) value));
        }
        addOrder(parameters);
        if (pageSize != null && wire().paging() != Wire.Paging.NONE) {
            parameters.add(Map.entry("limit", pageSize.toString()));
        }
        return parameters;
    }

    private void addOrder(List<Map.Entry<String, String>> parameters) {
        if (order.isEmpty()) {
            return;
        }
        if (wire().sorting() == Wire.Sorting.COMBINED) {
            parameters.add(Map.entry(
                    "sort",
                    order.stream()
                            .map(by -> by.getKey() + ":" + by.getValue().name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(","))));
        } else {
            order.forEach(by -> {
                parameters.add(Map.entry("sort_key", by.getKey()));
                parameters.add(Map.entry("sort_dir", by.getValue().name().toLowerCase(Locale.ROOT)));
            });
        }
    }

    Page<T> ask(List<Map.Entry<String, String>> parameters) {
        Call call = binding.call(needs).query(parameters).within(limit);
        return binding.api().list(call);
    }

    List<Map.Entry<String, String>> parametersOf(String link) {
        return binding.parametersOf(link);
    }

    @Override
    public String toString() {
        String conditions =
                filters.stream().map(filter -> filter.name + "=" + filter.value).collect(Collectors.joining(", "));
        return Keys.many(wire()).replace('_', ' ') + (conditions.isEmpty() ? "" : " with " + conditions);
    }
}
