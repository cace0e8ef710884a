package io.github.openstackjvm.image;

import java.util.List;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.TagsApi;

/** The tags of an image, which Glance reads and replaces as a field of it: only single ones have an address. */
final class ImageTags implements TagsApi {
    private final Binding<Images.Api> binding;
    private final String id;

    ImageTags(Binding<Images.Api> binding, String id) {
        this.binding = binding;
        this.id = id;
    }

    @Override
    public List<String> all(Call call) {
        return binding.api().get(id, call).tags();
    }

    @Override
    public void check(String tag, Call call) {
        if (!all(call).contains(tag)) {
            throw new NotFound("Image " + id + " has no tag '" + tag + "'", ErrorContext.NONE, null);
        }
    }

    @Override
    public void add(String tag, Call call) {
        binding.api().addTag(id, tag, call);
    }

    @Override
    public void remove(String tag, Call call) {
        binding.api().removeTag(id, tag, call);
    }

    @Override
    public void replace(Body tags, Call call) {
        binding.api().update(id, tags, call);
    }

    @Override
    public void clear(Call call) {
        replace(Body.of(java.util.Map.of("tags", List.of())), call);
    }
}
