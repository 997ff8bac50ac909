package androidx.test.runner.intent;

import android.app.Instrumentation.ActivityResult;
import android.content.Intent;

/** See {@link IntentMonitor}. */
public interface IntentStubber {
  ActivityResult getActivityResultForIntent(Intent intent);
}
