package androidx.test.runner.lifecycle;

/** Named by Robolectric when it starts the application. */
public enum ApplicationStage {
  PRE_ON_CREATE,
  CREATED
}
