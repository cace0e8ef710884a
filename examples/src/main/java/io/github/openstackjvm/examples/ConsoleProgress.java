package io.github.openstackjvm.examples;

import java.io.PrintStream;
import java.util.Locale;

import io.github.openstackjvm.transfer.TransferListener;
import io.github.openstackjvm.transfer.TransferProgress;

/**
 * Shows on one line of a console how far a transfer is: {@code backup.tar [######    ]  58 %  150.1 of 256.0 MiB  98.7 MiB/s}.
 * The line is never longer than 100 columns, and ends when the transfer does.
 */
public final class ConsoleProgress implements TransferListener {
    private static final int COLUMNS = 100;
    private static final int LONGEST_NAME = 24;
    private static final int NUMBERS = 51;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private final PrintStream out;
    private final String name;
    private boolean ended;

    /** Of what has this name. */
    public ConsoleProgress(PrintStream out, String name) {
        this.out = out;
        this.name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    @Override
    public synchronized void moved(TransferProgress progress) {
        // A transfer that begins anew has another line.
        ended &= progress.fraction().orElse(0) == 1;
        if (!ended) {
            out.print("\r" + line(progress));
            ended = progress.fraction().orElse(0) == 1;
            if (ended) {
                out.println();
            }
            out.flush();
        }
    }

    /** Ends the line of a transfer whose length was not known, or that failed. */
    public synchronized void end() {
        if (!ended) {
            ended = true;
            out.println();
        }
    }

    String line(TransferProgress progress) {
        String rate = rate(progress);
        if (progress.total().isEmpty()) {
            return padded("%s  %s  %s".formatted(name, size(progress.bytes()), rate));
        }
        double share = progress.fraction().orElseThrow();
        String numbers = String.format(
                Locale.ROOT,
                "%3d %%  %s of %s  %s",
                (int) (100 * share),
                size(progress.bytes()),
                size(progress.total().getAsLong()),
                rate);
        // Room for the longest that the numbers can be, so that the bar keeps its place.
        int width = COLUMNS - name.length() - NUMBERS;
        return padded(name + " " + bar(share, width) + " " + numbers);
    }

    /** As wide as this between its brackets. */
    static String bar(double share, int width) {
        int done = (int) (width * share);
        return "[" + "#".repeat(done) + " ".repeat(width - done) + "]";
    }

    static String rate(TransferProgress progress) {
        return size((long) progress.bytesPerSecond()) + "/s";
    }

    /** What was there before must not shine through. */
    private static String padded(String line) {
        return line.length() < COLUMNS - 1 ? line + " ".repeat(COLUMNS - 1 - line.length()) : line;
    }

    static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        for (; value >= 1024; unit++) {
            value /= 1024;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
