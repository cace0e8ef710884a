package io.github.openstackjvm.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in what errors and logs show. It reads text, not JSON, since it must also do so in a body that is cut off,
 * in JSON within a string, in the Python notation in which services quote a request back, and in a proxy's HTML.
 * Takes time in proportion to the length, whatever the text; where in doubt it hides too much.
 */
public final class Redaction {
    /** Stands where a secret was. */
    public static final String MASK = "***";

    /**
     * Complaints about one field, which quote its value before or after its name. Nova and Octavia: "field/attribute
     * user_data. Value: …", Keystone: "field 'password': …", Barbican: "… is not of type 'string'. Invalid property:
     * 'payload'", Neutron: "Invalid input for psk. Reason: …", Heat: "Parameter 'db_password' is invalid: …".
     */
    private static final Pattern COMPLAINT = Pattern.compile(
            "(?:field/attribute |field '|property: '|parameter '|input for (?!field))([\\w./-]{1,200})",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** Whether a field, a parameter or a key of this name holds a secret. */
    public static boolean isSecret(String name) {
        return SecretNames.isField(name);
    }

    /** The value of this header as it may be shown. */
    public static String header(String name, String value) {
        return SecretNames.isHeader(name) ? MASK : text(value);
    }

    /** This URL without user information and without the values of secret parameters. */
    public static String url(String url) {
        return text(url);
    }

    /** This text, of any kind, without the values of secret fields, parameters and headers, and without tokens. */
    public static String text(String text) {
        return maskValues(maskComplaints(text));
    }

    /** Replaces the string around such a complaint, all of it: the value may stand anywhere in there. */
    private static String maskComplaints(String text) {
        Matcher complaint = COMPLAINT.matcher(text);
        StringBuilder out = new StringBuilder();
        int done = 0;
        while (complaint.find()) {
            if (complaint.start() >= done && isSecretPath(complaint.group(1))) {
                int from = lastQuote(text, done, complaint.start());
                int to = nextQuote(text, complaint.end());
                out.append(text, done, from).append("The service refuses ").append(complaint.group(1));
                out.append("; its words are not shown, since they may quote the value");
                done = to;
            }
        }
        return out.isEmpty() ? text : out.append(text, done, text.length()).toString();
    }

    private static boolean isSecretPath(String path) {
        for (String segment : path.split("[/.]", -1)) {
            if (SecretNames.isField(segment)) {
                return true;
            }
        }
        return false;
    }

    /** Behind the last quote of JSON in this range; its begin when there is none. */
    private static int lastQuote(String text, int begin, int end) {
        for (int i = end - 1; i >= begin; i--) {
            if (isBareQuote(text, i)) {
                return i + 1;
            }
        }
        return begin;
    }

    private static int nextQuote(String text, int begin) {
        for (int i = begin; i < text.length(); i++) {
            if (isBareQuote(text, i)) {
                return i;
            }
        }
        return text.length();
    }

    /** Services quote values in apostrophes, so that a double quote without a backslash is one of JSON. */
    private static boolean isBareQuote(String text, int i) {
        return text.charAt(i) == '"' && (i == 0 || text.charAt(i - 1) != '\\');
    }

    private static String maskValues(String text) {
        return new SecretScan(text).masked();
    }
}
