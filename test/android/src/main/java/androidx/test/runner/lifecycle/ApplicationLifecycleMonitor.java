package androidx.test.runner.lifecycle;

/** See {@link ApplicationStage}. */
public interface ApplicationLifecycleMonitor {}
