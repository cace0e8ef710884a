package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to make a backup known to Cinder again, after its records were lost. The constructor is not API.
 *
 * @param backupService which store it is in
 * @param backupUrl everything about it, encoded
 * @param extras fields without a component of their own
 */
public record BackupRecord(
        String backupService,
        String backupUrl,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
