package io.github.openstackjvm.stub;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Where all logs of the tests go: to the {@link Logs} that are open, on every level, and else nowhere. */
public final class LogProvider implements SLF4JServiceProvider {
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Recorder::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Nothing to prepare.
    }

    private static final class Recorder extends AbstractLogger {
        private static final long serialVersionUID = 1;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                @Nullable String message,
                @Nullable Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            Logs.record(level + " " + name + " " + MessageFormatter.basicArrayFormat(message, arguments)
                    + (arguments == null ? "" : " " + Arrays.toString(arguments)));
            if (thrown != null) {
                Logs.record(Logs.text(thrown));
            }
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return Logs.wanted();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return Logs.wanted();
        }

        @Override
        public boolean isDebugEnabled() {
            return Logs.wanted();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return Logs.wanted();
        }

        @Override
        public boolean isInfoEnabled() {
            return Logs.wanted();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return Logs.wanted();
        }

        @Override
        public boolean isWarnEnabled() {
            return Logs.wanted();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return Logs.wanted();
        }

        @Override
        public boolean isErrorEnabled() {
            return Logs.wanted();
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return Logs.wanted();
        }
    }
}
