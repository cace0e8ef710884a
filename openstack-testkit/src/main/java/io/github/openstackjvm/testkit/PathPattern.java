package io.github.openstackjvm.testkit;

import java.util.regex.Pattern;

/**
 * Which paths are meant: {@code /servers}, {@code /servers/*} or {@code /servers/{id}} (any one segment), {@code /servers/**}
 * (anything below). Compared with the path below the service's version, and with the whole path.
 */
final class PathPattern {
    private final String text;
    private final Pattern pattern;

    PathPattern(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("(?=/)", -1)) {
            if (part.equals("/**")) {
                regex.append("(/.*)?");
            } else if (part.equals("/*") || part.matches("/\\{[^/]*}")) {
                regex.append("/[^/]+");
            } else {
                regex.append(Pattern.quote(part));
            }
        }
        pattern = Pattern.compile(regex + "/?");
    }

    boolean matches(JournalEntry call) {
        return pattern.matcher(call.operation()).matches()
                || pattern.matcher(call.path()).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
