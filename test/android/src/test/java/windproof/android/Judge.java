package windproof.android;

import android.content.Context;
import android.content.res.Resources;
import android.content.res.XmlResourceParser;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.drawable.Drawable;
import android.os.Build;
import android.util.AttributeSet;
import android.util.Xml;
import android.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.robolectric.RuntimeEnvironment;
import org.xmlpull.v1.XmlPullParser;
import org.xmlpull.v1.XmlPullParserException;

/**
 * Inflates and draws as an app does. Writes into the job's folder {@code out/<API level>/}: {@code <key>.z}, the
 * pixels (RGBA, premultiplied, row by row, deflated), and {@code results.tsv}, a line a drawing: key, "drawn" or
 * "threw", then the drawable's class, intrinsic width and height in pixels of a 160 dpi screen, or what was thrown.
 */
final class Judge {
  /** The class that inflates in the platform's place, of {@code windproof.compat}; empty for the platform. */
  private static final String COMPAT = System.getProperty("windproof.compat", "");

  private final Path out;

  Judge(Path job) throws IOException {
    out = Files.createDirectories(job.resolve("out").resolve(String.valueOf(Build.VERSION.SDK_INT)));
  }

  /** Number of drawings that have a result, which is all unless writing failed. */
  int drawAll(List<Drawing> drawings) throws IOException {
    int count = 0;
    try (PrintWriter results =
        new PrintWriter(Files.newBufferedWriter(out.resolve("results.tsv"), StandardCharsets.UTF_8))) {
      for (Drawing drawing : drawings) {
        results.println(drawing.key() + "\t" + result(drawing));
        count++;
      }
    }
    return count;
  }

  private String result(Drawing drawing) throws IOException {
    try {
      Drawable drawable = inflate(drawing.resource());
      Files.write(out.resolve(drawing.key() + ".z"), deflate(pixels(drawable, drawing)));
      return String.join(
          "\t",
          "drawn",
          drawable.getClass().getSimpleName(),
          String.valueOf(drawable.getIntrinsicWidth()),
          String.valueOf(drawable.getIntrinsicHeight()));
    } catch (RuntimeException fault) {
      return "threw\t" + rootOf(fault).toString().replaceAll("\\s+", " ");
    }
  }

  private static Drawable inflate(String resource) {
    Context context = RuntimeEnvironment.getApplication();
    int id = context.getResources().getIdentifier(resource, "drawable", context.getPackageName());
    if (id == 0) {
      throw new IllegalArgumentException("no drawable is named " + resource);
    }
    Drawable drawable =
        COMPAT.isEmpty()
            ? context.getResources().getDrawable(id, context.getTheme())
            : inflateByCompat(context, id);
    // Drawables of one resource share their state until they are told not to.
    return drawable.mutate();
  }

  /** By the class that draws vectors in an app where the platform does not; it hands nothing over to the platform so. */
  private static Drawable inflateByCompat(Context context, int id) {
    Resources resources = context.getResources();
    try (XmlResourceParser parser = resources.getXml(id)) {
      while (parser.next() != XmlPullParser.START_TAG) {
        // What comes before the root says nothing.
      }
      return (Drawable)
          Class.forName(COMPAT)
              .getMethod(
                  "createFromXmlInner",
                  Resources.class,
                  XmlPullParser.class,
                  AttributeSet.class,
                  Resources.Theme.class)
              .invoke(null, resources, parser, Xml.asAttributeSet(parser), context.getTheme());
    } catch (ReflectiveOperationException | IOException | XmlPullParserException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static byte[] pixels(Drawable drawable, Drawing drawing) {
    drawable.setLayoutDirection(
        drawing.rightToLeft() ? View.LAYOUT_DIRECTION_RTL : View.LAYOUT_DIRECTION_LTR);
    if (drawing.tint() != null) {
      drawable.setTint(drawing.tint());
    }
    if (drawing.alpha() != 255) {
      drawable.setAlpha(drawing.alpha());
    }
    Bitmap bitmap = Bitmap.createBitmap(drawing.width(), drawing.height(), Bitmap.Config.ARGB_8888);
    drawable.setBounds(0, 0, drawing.width(), drawing.height());
    drawable.draw(new Canvas(bitmap));
    byte[] pixels = bytes(bitmap);
    bitmap.recycle();
    if (blueFirst()) {
      swapRedAndBlue(pixels);
    }
    return pixels;
  }

  private static byte[] bytes(Bitmap bitmap) {
    ByteBuffer buffer = ByteBuffer.allocate(bitmap.getByteCount());
    bitmap.copyPixelsToBuffer(buffer);
    return buffer.array();
  }

  /** A device keeps red first; Skia built for a desktop may keep blue first. */
  private static boolean blueFirst() {
    Bitmap pixel = Bitmap.createBitmap(1, 1, Bitmap.Config.ARGB_8888);
    pixel.eraseColor(Color.BLUE);
    return bytes(pixel)[0] != 0;
  }

  private static void swapRedAndBlue(byte[] pixels) {
    for (int at = 0; at < pixels.length; at += 4) {
      byte first = pixels[at];
      pixels[at] = pixels[at + 2];
      pixels[at + 2] = first;
    }
  }

  private static byte[] deflate(byte[] pixels) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_SPEED))) {
      stream.write(pixels);
    }
    return deflated.toByteArray();
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
