/** The file's name without folders and extension; undefined for text that has no name. */
export function fileStem(path: string | undefined): string | undefined {
  return path
    ?.split('/')
    .pop()
    ?.replace(/\.[^.]*$/, '');
}
