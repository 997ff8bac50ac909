package windproof.android;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;

/** Draws the job of the system property {@code windproof.job}, once on each API level of {@code robolectric.enabledSdks}. */
@RunWith(RobolectricTestRunner.class)
@Config(sdk = {26, 30, 33, 35})
public final class DrawJobTest {
  @Test
  public void draw() throws Exception {
    Path job = Path.of(System.getProperty("windproof.job"));
    List<Drawing> drawings = Drawing.readAll(job.resolve("job.tsv"));
    assertEquals(drawings.size(), new Judge(job).drawAll(drawings));
  }
}
