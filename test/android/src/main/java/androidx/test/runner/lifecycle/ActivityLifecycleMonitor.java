package androidx.test.runner.lifecycle;

/** See {@link Stage}. */
public interface ActivityLifecycleMonitor {}
