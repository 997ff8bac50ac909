package androidx.test.runner.intent;

/** See {@link IntentMonitor}. */
public final class IntentMonitorRegistry {
  private IntentMonitorRegistry() {}

  public static void registerInstance(IntentMonitor monitor) {}
}
