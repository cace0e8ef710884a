package io.github.openstackjvm.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.openstackjvm.internal.json.Decoder;
import io.github.openstackjvm.resource.Page;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A listing of 1,000 servers, about 2 MB, from bytes to records. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecodeServers extends Measured {
    private final byte[] json = Servers.json(1_000);
    private final Decoder<Server> decoder = new Decoder<>(Server.class);
    private final ObjectReader bare = Floor.reader(BareServer.Answer.class);

    /** Our decoder. */
    @Benchmark
    public Object client() throws IOException {
        Page<Server> page = decoder.page("servers", "", json);
        return page;
    }

    /** Jackson. */
    @Benchmark
    public Object floor() throws IOException {
        BareServer.Answer answer = bare.readValue(json);
        return answer;
    }
}
