package io.github.openstackjvm.testkit.network;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * Which addresses of which subnet are in use. The lowest free one of a subnet's pools is handed out; Neutron takes any of the
 * lowest.
 */
final class AddressPool {
    private final FakeNetwork neutron;

    AddressPool(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    private FakeCollection taken() {
        return neutron.collection("ip_allocations");
    }

    /** From where on an address of a pool may be free: without it, each look would begin at the pool's start. */
    private FakeCollection hints() {
        return neutron.collection("ip_hints");
    }

    boolean isTaken(String subnet, Ip ip) {
        return taken().has(subnet + "/" + ip);
    }

    /** The lowest free address of a subnet's pools. */
    Optional<Ip> free(Row subnet) {
        for (Map<String, Object> pool : pools(subnet)) {
            Ip last = Ip.of(String.valueOf(pool.get("end")));
            Ip ip = Ip.of(String.valueOf(pool.get("start")));
            String hint = subnet.id() + "/" + ip;
            ip = hints().find(hint).map(row -> Ip.of(row.text("from"))).orElse(ip);
            while (ip.compareTo(last) <= 0 && isTaken(subnet.id(), ip)) {
                ip = ip.plus(1);
            }
            hints().add(Row.of("id", hint, "subnet", subnet.id(), "from", ip.toString()));
            if (ip.compareTo(last) <= 0) {
                return Optional.of(ip);
            }
        }
        return Optional.empty();
    }

    static List<Map<String, Object>> pools(Row subnet) {
        return subnet.get("allocation_pools") instanceof List<?> list
                ? list.stream().map(Json::object).toList()
                : List.of();
    }

    /** How many addresses the pools have. */
    static BigInteger size(Row subnet) {
        return pools(subnet).stream()
                .map(pool -> Ip.of(String.valueOf(pool.get("end")))
                        .number()
                        .subtract(Ip.of(String.valueOf(pool.get("start"))).number())
                        .add(BigInteger.ONE))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    void take(String subnet, Ip ip, String port) {
        taken().add(Row.of("id", subnet + "/" + ip, "subnet", subnet, "ip", ip.toString(), "port", port));
    }

    void release(String subnet, Ip ip) {
        taken().remove(subnet + "/" + ip);
        neutron.subnets().all().find(subnet).ifPresent(row -> {
            for (Map<String, Object> pool : pools(row)) {
                Ip start = Ip.of(String.valueOf(pool.get("start")));
                hints().find(row.id() + "/" + start)
                        .filter(hint -> ip.compareTo(start) >= 0 && ip.compareTo(Ip.of(hint.text("from"))) < 0)
                        .ifPresent(hint -> hint.set("from", ip.toString()));
            }
        });
    }

    /** A subnet's pools have changed, or it is gone. */
    void forget(String subnet) {
        hints().where("subnet", subnet).forEach(hint -> hints().remove(hint.id()));
    }

    /** The addresses in use. */
    List<Row> of(String subnet) {
        return taken().where("subnet", subnet);
    }
}
