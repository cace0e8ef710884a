package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** What the values of attributes go through, with the complaints of Neutron's library. A check is given name and value. */
final class Checks {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");
    private static final Pattern MAC =
            Pattern.compile("(?i)([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9-]{1,63}");

    private static final List<String> BLANK_OPTIONS = List.of("router", "classless-static-route");

    private Checks() {}

    /** A complaint about a value, or null. */
    @FunctionalInterface
    interface Rule extends Function<@Nullable Object, @Nullable String> {}

    /** Refuses what the rule complains about. */
    static BinaryOperator<@Nullable Object> that(Rule rule) {
        return (name, value) -> {
            String complaint = rule.apply(value);
            if (complaint != null) {
                throw Attribute.invalid(name, complaint);
            }
            return value;
        };
    }

    /** The same, and null is fine. */
    static BinaryOperator<@Nullable Object> thatOrNull(Rule rule) {
        return that(value -> value == null ? null : rule.apply(value));
    }

    static Refusal input(String words) {
        return new Refusal(400, "InvalidInput", "Invalid input for operation: " + words + ".");
    }

    static boolean flag(@Nullable Object value) {
        return switch (Python.str(value).toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "t", "yes", "y" -> true;
            case "false", "0", "off", "f", "no", "n" -> false;
            default -> throw input("'" + Python.str(value) + "' cannot be converted to boolean");
        };
    }

    static int integer(@Nullable Object value) {
        Integer number = number(value);
        if (number == null) {
            throw input("'" + Python.str(value) + "' is not an integer");
        }
        return number;
    }

    /** The number that a value is or holds; null when it is none. */
    static @Nullable Integer number(@Nullable Object value) {
        try {
            return value instanceof Boolean flag
                    ? Integer.valueOf(flag ? 1 : 0)
                    : Integer.valueOf(String.valueOf(value).trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A dictionary. */
    static @Nullable String dict(@Nullable Object value) {
        return value instanceof Map ? null : "'" + Python.str(value) + "' is not a dictionary";
    }

    static BinaryOperator<@Nullable Object> range(long min, long max) {
        return (name, value) -> {
            int number = integer(value);
            if (number < min) {
                throw Attribute.invalid(name, "'" + number + "' is too small - must be at least '" + min + "'");
            }
            if (number > max) {
                throw Attribute.invalid(name, "'" + number + "' is too large - must be no larger than '" + max + "'");
            }
            return number;
        };
    }

    /** A protocol above IP, by its name or number. */
    static Object protocol(@Nullable Object name, @Nullable Object value) {
        String text = String.valueOf(value).toLowerCase(Locale.ROOT);
        if (!RuleText.isProtocol(text)) {
            throw Attribute.invalid(name, Python.str(value) + " is not in valid_values");
        }
        return text;
    }

    static BinaryOperator<@Nullable Object> orNull(BinaryOperator<@Nullable Object> check) {
        return (name, value) -> value == null ? null : check.apply(name, value);
    }

    static BinaryOperator<@Nullable Object> nonNegative() {
        return (name, value) -> {
            int number = integer(value);
            if (number < 0) {
                throw Attribute.invalid(name, "'" + number + "' should be non-negative");
            }
            return number;
        };
    }

    static @Nullable String uuid(@Nullable Object value) {
        return value instanceof String text && UUID.matcher(text).matches()
                ? null
                : "'" + Python.str(value) + "' is not a valid UUID";
    }

    static @Nullable String mac(@Nullable Object value) {
        return value instanceof String text && MAC.matcher(text).matches() && !text.matches("[0:.-]*")
                ? null
                : "'" + Python.str(value) + "' is not a valid MAC address";
    }

    static @Nullable String ip(@Nullable Object value) {
        String text = Python.str(value);
        Optional<Ip> ip = value instanceof String ? Ip.parse(text) : Optional.empty();
        if (ip.isEmpty()) {
            return "'" + text + "' is not a valid IP address";
        }
        return !ip.get().ipv6() && !ip.get().toString().equals(text)
                ? "'" + text + "' is not an accepted IP address, '" + ip.get() + "' is recommended"
                : null;
    }

    static @Nullable String subnet(@Nullable Object value) {
        String text = Python.str(value);
        Optional<Cidr> cidr = value instanceof String ? Cidr.parse(text) : Optional.empty();
        if (cidr.isEmpty()) {
            return "'" + text + "' is not a valid IP subnet";
        }
        return text.contains("/")
                ? null
                : "'" + text + "' isn't a recognized IP subnet cidr, '"
                        + cidr.get().network() + "' is recommended";
    }

    static @Nullable String routeCidr(@Nullable Object value) {
        String text = Python.str(value);
        Optional<Cidr> cidr = value instanceof String ? Cidr.parse(text) : Optional.empty();
        if (cidr.isEmpty()) {
            return "'" + text + "' is not a valid CIDR";
        }
        if (!text.contains("/") || !cidr.get().address().equals(cidr.get().first())) {
            return "'" + text + "' is not a recognized CIDR, '" + cidr.get().network() + "' is recommended";
        }
        return text.startsWith("127.") ? "'" + text + "' is not a routable CIDR" : null;
    }

    /** Each item of a list, none of them twice. */
    static Rule items(Rule item) {
        return value -> {
            if (!(value instanceof List<?> list)) {
                return "'" + Python.str(value) + "' is not a list";
            }
            List<Object> seen = new ArrayList<>();
            List<Object> twice = new ArrayList<>();
            for (Object each : list) {
                (seen.contains(each) && !twice.contains(each) ? twice : seen).add(each);
            }
            if (!twice.isEmpty()) {
                return "Duplicate items in the list: '"
                        + String.join(", ", twice.stream().map(Python::str).toList()) + "'";
            }
            for (Object each : list) {
                String complaint = item.apply(each);
                if (complaint != null) {
                    return complaint;
                }
            }
            return null;
        };
    }

    static @Nullable String nameservers(@Nullable Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            // Python takes a text for the list of its letters.
            return nameservers(List.of(text.substring(0, 1)));
        }
        if (!(value instanceof List<?> list)) {
            return "Invalid data format for nameserver: '" + Python.str(value) + "'";
        }
        List<Object> seen = new ArrayList<>();
        for (Object host : list) {
            String complaint = ip(host);
            if (complaint != null) {
                return "'" + Python.str(host) + "' is not a valid nameserver. " + complaint;
            }
            if (seen.contains(host)) {
                return "Duplicate nameserver '" + host + "'";
            }
            seen.add(host);
        }
        return null;
    }

    static @Nullable String routes(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return "Invalid data format for hostroute: '" + Python.str(value) + "'";
        }
        List<Object> seen = new ArrayList<>();
        for (Object route : list) {
            String complaint = keys(route, "destination", "nexthop");
            if (complaint == null) {
                complaint = routeCidr(Json.object(route).get("destination"));
            }
            if (complaint == null) {
                complaint = ip(Json.object(route).get("nexthop"));
            }
            if (complaint != null) {
                return complaint;
            }
            if (seen.contains(route)) {
                return "Duplicate hostroute '" + Python.str(route) + "'";
            }
            seen.add(route);
        }
        return null;
    }

    static @Nullable String pools(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return "Invalid data format for IP pool: '" + Python.str(value) + "'";
        }
        for (Object pool : list) {
            String complaint = keys(pool, "start", "end");
            for (String key : List.of("start", "end")) {
                complaint = complaint == null ? ip(Json.object(pool).get(key)) : complaint;
            }
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    static @Nullable String fixedIps(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return "Invalid data format for fixed IP: '" + Python.str(value) + "'";
        }
        List<Object> seen = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map)) {
                return "Invalid data format for fixed IP: '" + Python.str(item) + "'";
            }
            Map<String, Object> fixed = Json.object(item);
            String complaint = null;
            if (fixed.containsKey("ip_address")) {
                Object ip = fixed.get("ip_address");
                complaint = seen.contains(ip) ? "Duplicate IP address '" + ip + "'" : ip(ip);
                seen.add(ip);
            }
            if (complaint == null && fixed.containsKey("subnet_id")) {
                complaint = uuid(fixed.get("subnet_id"));
            }
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof String ? null : "'" + Python.str(value) + "' is not a valid string";
    }

    /** Exactly these keys. The order in which Python prints sets cannot be told; it is not tried. */
    private static @Nullable String keys(@Nullable Object value, String first, String second) {
        Map<String, Object> map = Json.object(value);
        return map.containsKey(first) && map.containsKey(second) && map.size() == 2
                ? null
                : "Validation of dictionary's keys failed. Expected keys: {'" + first + "', '" + second
                        + "'} Provided keys: "
                        + (map.isEmpty()
                                ? "set()"
                                : map.keySet().stream().map(Python::repr).collect(Collectors.joining(", ", "{", "}")));
    }

    /** Pairs of addresses that a port may use beside its own. */
    static @Nullable Object addressPairs(@Nullable Object name, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw Refusal.badRequest("Allowed address pairs must be a list.");
        }
        if (list.size() > 10) {
            throw new Refusal(
                    400, "AllowedAddressPairExhausted", "The number of allowed address pair exceeds the maximum 10.");
        }
        List<List<String>> seen = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map)) {
                throw Attribute.invalid(name, "'" + Python.str(item) + "' is not a dictionary");
            }
            Map<String, Object> pair = Json.object(item);
            refuse(pair.containsKey("mac_address") ? mac(pair.get("mac_address")) : null);
            if (!pair.containsKey("ip_address")) {
                throw new Refusal(400, "AllowedAddressPairsMissingIP", "AllowedAddressPair must contain ip_address");
            }
            List<String> key = List.of(Python.str(pair.get("mac_address")), Python.str(pair.get("ip_address")));
            if (seen.contains(key)) {
                throw new Refusal(
                        400,
                        "DuplicateAddressPairInRequest",
                        "Request contains duplicate address pair: mac_address " + key.get(0) + " ip_address "
                                + key.get(1) + ".");
            }
            seen.add(key);
            pair.keySet().stream()
                    .filter(each -> !each.equals("mac_address") && !each.equals("ip_address"))
                    .findFirst()
                    .ifPresent(each -> refuse("Unrecognized attribute(s) '" + each + "'"));
            refuse(key.get(1).contains("/") ? subnet(pair.get("ip_address")) : ip(pair.get("ip_address")));
        }
        return list;
    }

    private static void refuse(@Nullable String complaint) {
        if (complaint != null) {
            throw Refusal.badRequest(complaint);
        }
    }

    /** Options for DHCP: a name, a value or null, and a version of IP, which is 4 unless said otherwise. */
    static @Nullable Object dhcpOptions(@Nullable Object name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String complaint = items(
                        option -> isDhcpOption(option) ? null : "No valid key specs matched for: " + Python.str(option))
                .apply(value);
        if (complaint != null) {
            throw input(complaint);
        }
        List<Object> options = new ArrayList<>();
        for (Object each : (List<?>) value) {
            Map<String, Object> option = Json.map();
            option.putAll(Json.object(each));
            option.put("ip_version", option.containsKey("ip_version") ? integer(option.get("ip_version")) : 4);
            options.add(option);
        }
        return options;
    }

    private static boolean isDhcpOption(@Nullable Object value) {
        Map<String, Object> option = Json.object(value);
        Object text = option.get("opt_value");
        Object version = option.getOrDefault("ip_version", 4);
        return option.get("opt_name") instanceof String key
                && !key.isBlank()
                && option.containsKey("opt_value")
                && (text == null || (text instanceof String words && (!words.isBlank() || BLANK_OPTIONS.contains(key))))
                && List.of("4", "6").contains(String.valueOf(version))
                && option.keySet().stream().allMatch(List.of("opt_name", "opt_value", "ip_version")::contains);
    }

    /** A name in DNS, in small letters; with {@code domain}, one that ends with a dot. */
    static BinaryOperator<@Nullable Object> dns(boolean domain) {
        return (name, value) -> {
            if (!(value instanceof String given)) {
                throw input("Input value " + Python.str(value) + " must be string type");
            }
            String text = given.toLowerCase(Locale.ROOT);
            if (domain && !text.isEmpty() && !text.endsWith(".")) {
                throw Attribute.invalid(name, "'" + text + "' is not a FQDN");
            }
            String complaint = label(text);
            if (complaint != null) {
                throw Attribute.invalid(name, "'" + text + "' not a valid PQDN or FQDN. Reason: " + complaint);
            }
            return text;
        };
    }

    private static @Nullable String label(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String trimmed = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (trimmed.length() > 255) {
            return "'" + trimmed + "' exceeds the 255 character FQDN limit";
        }
        List<String> labels = List.of(trimmed.split("\\.", -1));
        for (String label : labels) {
            if (label.isEmpty()) {
                return "Encountered an empty component";
            }
            if (label.startsWith("-") || label.endsWith("-")) {
                return "Name '" + label + "' must not start or end with a hyphen";
            }
            if (!LABEL.matcher(label).matches()) {
                return "Name '" + label
                        + "' must be 1-63 characters long, each of which can only be alphanumeric or a hyphen";
            }
        }
        String last = labels.get(labels.size() - 1);
        return labels.size() > 1 && last.matches("\\d+") ? "TLD '" + last + "' must not be all numeric" : null;
    }

    /** IPv6 in its short form; anything else as it is. */
    static @Nullable Object canonical(@Nullable Object value) {
        return value instanceof String text
                ? Ip.parse(text).filter(Ip::ipv6).<Object>map(Ip::toString).orElse(text)
                : value;
    }
}
