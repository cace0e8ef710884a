package io.github.openstackjvm.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints what a program does, a line a step, with its time. */
final class Steps {
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal = System.console() != null;

    Steps(PrintStream out) {
        this.out = out;
    }

    /** A step that ends in some words. */
    void say(String what, Supplier<String> work) {
        make(what, work, Function.identity());
    }

    /** A step that brings something. */
    <T> T make(String what, Supplier<T> work, Function<T, String> words) {
        long start = System.nanoTime();
        T made = work.get();
        line(what, start, words.apply(made));
        return made;
    }

    /** A step that brings many, shown as a table. */
    <T> List<T> show(String what, Supplier<List<T>> work, String head, Function<T, String> row) {
        long start = System.nanoTime();
        List<T> rows = work.get();
        line(what, start, rows.size() + " in all");
        if (!head.isEmpty()) {
            out.println("    " + head);
        }
        rows.forEach(each -> out.println(cut("    " + row.apply(each))));
        return rows;
    }

    /** How far a step is, for whoever watches. */
    void hint(String what, String words) {
        if (terminal) {
            out.print("\r" + cut(what + "  " + words));
            out.flush();
        }
    }

    /** A bar for a transfer in this step. */
    ProgressBar bar(String what) {
        return new ProgressBar(out, what);
    }

    private void line(String what, long start, String words) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        out.println((terminal ? "\r" : "") + cut(String.format(Locale.ROOT, "%-28s %6d ms  %s", what, millis, words)));
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
