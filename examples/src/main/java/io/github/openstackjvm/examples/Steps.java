package io.github.openstackjvm.examples;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.openstackjvm.transfer.TransferListener;
import io.github.openstackjvm.transfer.TransferProgress;

/** Prints what a program does, a line a step, with its time. */
final class Steps {
    private static final int WIDTH = 100;
    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean watched;

    /**
     * @param watched whether somebody looks on: then the line of a step is written again and again until it is done
     */
    Steps(PrintStream out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    /** Whether this program writes to a terminal. */
    @SuppressWarnings("SystemConsoleNull") // what it says from JDK 22 on is asked for below
    static boolean onTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJdk22) {
            return console != null;
        } catch (ReflectiveOperationException e) {
            return false;
        }
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

    /** How far a step is. */
    void hint(String what, String words) {
        if (watched) {
            out.print("\r" + padded(what + "  " + words));
            out.flush();
        }
    }

    /** A bar for the transfer that is this step. */
    Bar bar(String what) {
        return new Bar(what);
    }

    /** How far a transfer is. */
    final class Bar implements TransferListener {
        private final String what;
        private volatile String drawn = "";

        private Bar(String what) {
            this.what = what;
        }

        @Override
        public void moved(TransferProgress progress) {
            drawn = ConsoleProgress.bar(progress.fraction().orElse(0), BAR) + " "
                    + ConsoleProgress.size(progress.bytes()) + ", " + ConsoleProgress.rate(progress);
            hint(what, drawn);
        }

        @Override
        public String toString() {
            return drawn;
        }
    }

    private void line(String what, long start, String words) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        String line = cut(String.format(Locale.ROOT, "%-28s %6d ms  %s", what, millis, words));
        out.println(watched ? "\r" + padded(line) : line);
    }

    /** What was there before must not shine through. */
    private static String padded(String line) {
        return "%-99s".formatted(cut(line));
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
