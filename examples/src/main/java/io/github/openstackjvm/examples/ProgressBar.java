package io.github.openstackjvm.examples;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;

import io.github.openstackjvm.transfer.TransferListener;
import io.github.openstackjvm.transfer.TransferProgress;

/**
 * Draws how far a transfer is, over and over in one line of a terminal: {@code Content.of(file).onProgress(bar)},
 * {@code download.onProgress(bar)}. Written to a file or another program, only the {@linkplain #text last state} is worth a line.
 */
public final class ProgressBar implements TransferListener {
    private static final int WIDTH = 16;

    private final PrintStream out;
    private final String what;
    private final boolean terminal;
    private volatile String text = "";

    /** A bar with this text before it; drawn only where somebody watches. */
    public ProgressBar(PrintStream out, String what) {
        this(out, what, System.console() != null);
    }

    ProgressBar(PrintStream out, String what, boolean terminal) {
        this.out = out;
        this.what = what;
        this.terminal = terminal;
    }

    @Override
    public void moved(TransferProgress progress) {
        text = draw(progress);
        if (terminal) {
            out.print("\r" + what + "  " + text);
            out.flush();
        }
    }

    /** What it shows now; the cursor of a terminal is put back to the start of the line. */
    public String text() {
        if (terminal) {
            out.print("\r" + " ".repeat(what.length() + 2 + text.length()) + "\r");
        }
        return text;
    }

    private static String draw(TransferProgress progress) {
        OptionalDouble part = progress.fraction();
        String bar = part.isEmpty()
                ? ""
                : "[%s] %3d %%  ".formatted(bar(part.getAsDouble()), (int) (part.getAsDouble() * 100));
        return bar + amount(progress.bytes()) + ", " + amount((long) progress.bytesPerSecond()) + "/s";
    }

    private static String bar(double part) {
        int done = (int) (part * WIDTH);
        return "=".repeat(done) + " ".repeat(WIDTH - done);
    }

    private static String amount(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }
}
