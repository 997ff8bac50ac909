import com.android.ide.common.vectordrawable.Svg2Vector;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Converts every SVG below one folder into another, as Android Studio does: java Convert.java from to. */
final class Convert {
  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    Path to = Path.of(args[1]);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path svg : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".svg"))::iterator) {
        Path xml = to.resolve(from.relativize(svg) + ".xml");
        Files.createDirectories(xml.getParent());
        String faults;
        try (OutputStream out = Files.newOutputStream(xml)) {
          faults = Svg2Vector.parseSvgToXml(svg, out);
        } catch (Exception fault) {
          faults = fault.toString();
        }
        // What it says it could not convert is no output to be compared with.
        if (!faults.isEmpty() || Files.size(xml) == 0) Files.delete(xml);
      }
    }
  }
}
