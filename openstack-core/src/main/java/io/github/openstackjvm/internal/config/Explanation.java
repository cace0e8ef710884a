package io.github.openstackjvm.internal.config;

import java.util.ArrayList;
import java.util.List;

/** The table of a cloud's values and their sources, for people. */
public final class Explanation {
    private Explanation() {}

    /** One line a value: key, value, source. Secrets are masked. */
    public static String of(String title, Settings settings) {
        List<String[]> rows = new ArrayList<>();
        settings.table()
                .forEach((key, setting) -> rows.add(new String[] {
                    key, value(key, setting), setting.source() + (setting.known() ? "" : " (unknown here)")
                }));
        int keys = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int values = rows.stream()
                .mapToInt(row -> Math.min(60, row[1].length()))
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder(title).append('\n');
        for (String[] row : rows) {
            table.append(("  %-" + (keys + 2) + "s%-" + (values + 2) + "s%s\n").formatted((Object[]) row));
        }
        return table.toString();
    }

    /** Below {@code auth}, what nobody here knows may well be a secret. */
    private static String value(String key, Settings.Setting setting) {
        return key.startsWith("auth.") && !setting.known() ? "***" : Shown.value(key, setting.value());
    }
}
