package androidx.test.runner.intent;

/** Robolectric tells it of intents; a drawing sends none. */
public interface IntentMonitor {}
