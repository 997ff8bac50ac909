package androidx.test.runner.lifecycle;

/** Named by Robolectric when it runs activities, which a drawing needs none of. */
public enum Stage {
  PRE_ON_CREATE,
  CREATED,
  STARTED,
  RESUMED,
  PAUSED,
  STOPPED,
  RESTARTED,
  DESTROYED
}
