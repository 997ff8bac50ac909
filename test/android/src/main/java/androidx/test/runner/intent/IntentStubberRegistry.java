package androidx.test.runner.intent;

/** See {@link IntentMonitor}. */
public final class IntentStubberRegistry {
  private IntentStubberRegistry() {}

  public static boolean isLoaded() {
    return false;
  }

  public static IntentStubber getInstance() {
    throw new IllegalStateException("no stubber is ever loaded");
  }
}
