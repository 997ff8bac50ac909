package windproof.android;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One line of a job: what to draw, how large, and what an app does to it first.
 *
 * @param key names the picture among the job's results
 * @param resource the drawable's resource name
 * @param tint a color to tint with, as Android's int; null for none
 * @param alpha 0 to 255
 */
record Drawing(
    String key, String resource, int width, int height, boolean rightToLeft, Integer tint, int alpha) {

  static List<Drawing> readAll(Path job) throws IOException {
    return Files.readAllLines(job).stream().map(Drawing::read).toList();
  }

  /** Seven columns parted by tabs: key, resource, width, height, "rtl" or "ltr", "#AARRGGBB" or "-", alpha. */
  private static Drawing read(String line) {
    String[] columns = line.split("\t");
    Integer tint =
        columns[5].equals("-") ? null : Integer.valueOf((int) Long.parseLong(columns[5].substring(1), 16));
    return new Drawing(
        columns[0],
        columns[1],
        Integer.parseInt(columns[2]),
        Integer.parseInt(columns[3]),
        columns[4].equals("rtl"),
        tint,
        Integer.parseInt(columns[6]));
  }
}
