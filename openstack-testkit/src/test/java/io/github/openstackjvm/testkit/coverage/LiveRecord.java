package io.github.openstackjvm.testkit.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import io.github.openstackjvm.spi.CallListener;

/** Notes which operations a real cloud has carried out; kept when {@code -Dcoverage.update=true} is set. */
public final class LiveRecord implements CallListener {
    private static final Path FILE = Path.of("src/test/resources/live-operations.txt");
    private final List<Operation> operations;

    /** Knows all operations of the client. */
    public LiveRecord() {
        try {
            operations = Operation.all();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void answered(Attempt attempt, int status, Duration took) {
        if (!Boolean.getBoolean("coverage.update") || status >= 300) {
            return;
        }
        List<Operation> fitting = operations.stream()
                .filter(operation -> operation.service().equals(attempt.service())
                        && operation.matches(attempt.method(), attempt.url()))
                .toList();
        // What is fixed in a path wins over what varies: /volumes/detail is no volume.
        int fewest = fitting.stream().mapToInt(Operation::variables).min().orElse(0);
        fitting.stream().filter(one -> one.variables() == fewest).forEach(LiveRecord::keep);
    }

    private static synchronized void keep(Operation operation) {
        try {
            TreeSet<String> lines = new TreeSet<>(Files.readAllLines(FILE));
            if (lines.add(operation.service() + " " + operation.method() + " " + operation.path())) {
                Files.write(FILE, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
