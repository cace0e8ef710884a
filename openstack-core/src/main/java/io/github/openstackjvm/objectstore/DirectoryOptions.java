package io.github.openstackjvm.objectstore;

import java.util.function.Predicate;

import io.github.openstackjvm.error.InvalidSpec;

/** How a folder is transferred. Everything may be left out. */
public final class DirectoryOptions {
    private int atOnce = 4;
    private boolean comparing = true;
    private LargeUpload large = new LargeUpload();
    private Predicate<String> chosen = name -> true;

    /** How many files are transferred at once (4). */
    public DirectoryOptions concurrency(int files) {
        if (files < 1) {
            throw new InvalidSpec("At least one file is transferred at once, not " + files);
        }
        atOnce = files;
        return this;
    }

    /** Transfers everything, also what is there already. */
    public DirectoryOptions everything() {
        comparing = false;
        return this;
    }

    /** Transfers only what has such a name: that below the folder, with slashes. */
    public DirectoryOptions only(Predicate<String> names) {
        chosen = names;
        return this;
    }

    /** How files are put, large ones and others. */
    public DirectoryOptions uploads(LargeUpload how) {
        large = how;
        return this;
    }

    int atOnce() {
        return atOnce;
    }

    boolean comparing() {
        return comparing;
    }

    Predicate<String> chosen() {
        return chosen;
    }

    LargeUpload large() {
        return large;
    }
}
