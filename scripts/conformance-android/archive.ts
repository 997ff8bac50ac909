import AdmZip from 'adm-zip';

/** Lays the classes of `archives`, Android libraries, into `folder`. */
export function unpackClasses(archives: readonly string[], folder: string): void {
  for (const archive of archives) {
    for (const entry of new AdmZip(archive).getEntries()) {
      if (entry.entryName.endsWith('.jar')) new AdmZip(entry.getData()).extractAllTo(folder, true);
    }
  }
}
