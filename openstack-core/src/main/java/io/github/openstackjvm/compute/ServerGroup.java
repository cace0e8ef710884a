package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * Servers that the scheduler keeps together or apart. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param policy such as {@code anti-affinity}; null before 2.64
 * @param rules of the policy, such as {@code max_server_per_host}
 * @param policies the one policy, before 2.64
 * @param members ids of its servers
 * @param projectId whose it is
 * @param userId who made it
 * @param extras fields without a component of their own
 */
public record ServerGroup(
        String id,
        String name,
        @Since("2.64") @Nullable String policy,
        @Since("2.64") Map<String, @Nullable Object> rules,
        @Until("2.63") List<String> policies,
        List<String> members,
        @Since("2.13") @Nullable String projectId,
        @Since("2.13") @Nullable String userId,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ServerGroup> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
