package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** What administrators do with the processes of Cinder. The action is named in the path. */
public final class FakeServiceActions implements FakeResource {
    private static final List<String> LEVELS = List.of("INFO", "WARNING", "ERROR", "DEBUG");

    private final FakeBlockStorage cinder;

    FakeServiceActions(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.put("/os-services/get-log", this::getLog);
        routes.put("/os-services/{action}", this::act);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = Json.object(BlockBody.json(call));
        FakeBlockStorage.adminOnly(call, "volume_extension:services:update");
        return switch (call.param("action")) {
            case "enable" -> able(body, false, false);
            case "disable" -> able(body, true, false);
            case "disable-log-reason" -> {
                BlockBody.check(
                        Schema.object()
                                .required("disabled_reason", Schema.text(1, 255))
                                .others(".*", BlockBody.ANY),
                        body);
                yield able(body, true, true);
            }
            case "freeze" -> freeze(call, body, true);
            case "thaw" -> freeze(call, body, false);
            case "failover_host" -> failOver(body, false);
            case "failover" -> {
                if (!call.since("3.26")) {
                    throw unknown();
                }
                yield failOver(body, true);
            }
            case "set-log" -> setLog(call, body);
            default -> throw unknown();
        };
    }

    private static Refusal unknown() {
        return Refusal.badRequest("Invalid input received: Unknown action");
    }

    private FakeResponse able(Map<String, Object> body, boolean disabled, boolean reason) {
        String host = FakeServices.hostOrCluster(body, false);
        Object service = body.getOrDefault("service", "");
        Object binary = body.getOrDefault("binary", "");
        Object wanted = binary.equals("") ? service : binary;
        Row found = cinder.services()
                .services()
                .find(wanted + " " + host)
                .orElseThrow(() -> notFound(String.valueOf(wanted), host));
        found.set("disabled", disabled);
        Map<String, Object> answer = Json.map();
        if (reason) {
            found.set("disabled_reason", body.get("disabled_reason"));
            answer.put("disabled_reason", String.valueOf(body.get("disabled_reason")));
        }
        answer.putAll(Json.map(
                "disabled",
                disabled,
                "host",
                host,
                "service",
                service,
                "binary",
                binary,
                "status",
                disabled ? "disabled" : "enabled"));
        return Json.reply(200, answer);
    }

    private static Refusal notFound(String binary, String host) {
        return Refusal.notFound("Service " + binary + " could not be found on host " + host + ".");
    }

    private FakeResponse freeze(Call call, Map<String, Object> body, boolean frozen) {
        String host = FakeServices.hostOrCluster(body, call.since("3.26"));
        volume(host).set("frozen", frozen).set("disabled", frozen);
        volume(host).set("disabled_reason", frozen ? "frozen" : null);
        return FakeResponse.of(202);
    }

    // None of the backends is replicated: the order is taken, and then comes to nothing.
    private FakeResponse failOver(Map<String, Object> body, boolean clusters) {
        volume(FakeServices.hostOrCluster(body, clusters));
        return FakeResponse.of(202);
    }

    private Row volume(String host) {
        return cinder.services()
                .services()
                .find("cinder-volume " + host)
                .orElseThrow(() -> Refusal.badRequest(
                        "Invalid input received: Service cinder-volume could not be found " + "on host " + host + "."));
    }

    private FakeResponse setLog(Call call, Map<String, Object> body) {
        if (!call.since("3.32")) {
            throw unknown();
        }
        String level = String.valueOf(body.get("level")).toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw Refusal.badRequest("Invalid input received: " + body.get("level") + " is not a valid log level.");
        }
        meant(body).forEach(service -> service.set("level", level));
        return FakeResponse.of(202);
    }

    private FakeResponse getLog(Call call) {
        Map<String, Object> body = Json.object(BlockBody.json(call));
        FakeBlockStorage.adminOnly(call, "volume_extension:services:update");
        if (!call.since("3.32")) {
            throw unknown();
        }
        String prefix = Objects.toString(body.get("prefix"), "");
        List<Object> levels = new ArrayList<>();
        for (Row service : meant(body)) {
            Map<String, Object> ofLoggers = Json.map();
            for (String logger : List.of("cinder", "cinder.volume.api", "oslo.service")) {
                if (logger.startsWith(prefix)) {
                    ofLoggers.put(logger, service.get("level") == null ? "INFO" : service.text("level"));
                }
            }
            levels.add(Json.map("host", service.text("host"), "binary", service.text("binary"), "levels", ofLoggers));
        }
        return Json.reply(200, Json.map("log_levels", levels));
    }

    private List<Row> meant(Map<String, Object> body) {
        Object binary = body.get("binary");
        Object server = body.get("server");
        boolean all = binary == null || binary.equals("*") || binary.equals("");
        return cinder.services()
                .services()
                .where(service -> (all || service.is("binary", binary))
                        && (server == null || server.equals("") || service.is("host", server)));
    }
}
