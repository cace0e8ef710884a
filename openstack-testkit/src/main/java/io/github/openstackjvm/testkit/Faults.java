package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong in a fake cloud.
 *
 * <pre>{@code
 * fake.faults().on(POST, "/servers").reply(503).times(2);
 * fake.faults().on(POST, "/servers").drop().afterEffect().once();
 * }</pre>
 */
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    Faults() {}

    /**
     * Begins a rule. Of several that fit, the one made last strikes.
     *
     * @param path such as {@code /servers}, {@code /servers/*}, {@code /servers/**}, or the whole path with the service
     */
    public synchronized Fault on(HttpMethod method, String path) {
        Fault fault = new Fault(method, path);
        faults.add(0, fault);
        return fault;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        faults.clear();
    }

    /** All rules, the one made last first. */
    synchronized List<Fault> rules() {
        return List.copyOf(faults);
    }

    synchronized Optional<Fault> strike(JournalEntry call) {
        return faults.stream().filter(fault -> fault.strikes(call)).findFirst();
    }
}
