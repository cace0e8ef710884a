package io.github.openstackjvm.testkit.engine;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.FakeRequest;
import io.github.openstackjvm.testkit.HttpMethod;

/** What keystonemiddleware makes of the access rules of an application credential, in front of every service. */
final class AccessRules {
    private static final Pattern PART = Pattern.compile("(\\{[^}]*})|(\\*\\*)|(\\*)|([^*{]+)");

    private AccessRules() {}

    /** Whether the token's rules allow this; a token without rules may do all that its roles allow. */
    static boolean allow(Row token, FakeService service, FakeRequest request) {
        if (!(token.get("access_rules") instanceof List<?> rules)) {
            return true;
        }
        int below =
                request.path().indexOf("/" + service.type()) + service.type().length() + 1;
        String path = request.path().substring(Math.min(below, request.path().length()));
        boolean lookUp = service.type().equals("identity")
                && request.method() == HttpMethod.GET
                && path.endsWith("/v3/auth/tokens");
        return lookUp
                || rules.stream()
                        .map(Json::object)
                        .anyMatch(rule ->
                                allows(rule, service.type(), request.method().name(), path));
    }

    private static boolean allows(Map<String, Object> rule, String service, String method, String path) {
        return service.equals(rule.get("service"))
                && method.equals(rule.get("method"))
                && pattern(String.valueOf(rule.get("path"))).matcher(path).matches();
    }

    private static Pattern pattern(String rule) {
        StringBuilder regex = new StringBuilder();
        Matcher parts = PART.matcher(rule);
        while (parts.find()) {
            if (parts.group(2) != null) {
                regex.append(".*");
            } else {
                regex.append(parts.group(4) == null ? "[^/]+" : Pattern.quote(parts.group(4)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
