package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;

/** Stands in for the class of androidx.test, which Maven Central lacks: Robolectric registers here and we never ask. */
public final class InstrumentationRegistry {
  private InstrumentationRegistry() {}

  public static void registerInstance(Instrumentation instrumentation, Bundle arguments) {}
}
