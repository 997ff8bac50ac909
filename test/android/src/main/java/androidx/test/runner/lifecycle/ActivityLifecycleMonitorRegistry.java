package androidx.test.runner.lifecycle;

/** See {@link Stage}. */
public final class ActivityLifecycleMonitorRegistry {
  private ActivityLifecycleMonitorRegistry() {}

  public static void registerInstance(ActivityLifecycleMonitor monitor) {}
}
