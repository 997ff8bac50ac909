/** The part of the WebAssembly API that the renderer needs; neither Node's types nor ES2023 declare it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class RuntimeError extends Error {}
}
