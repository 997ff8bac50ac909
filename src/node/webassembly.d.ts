/** The part of the WebAssembly API that the renderer needs; neither Node's types nor ES2023 declare it. */
declare namespace WebAssembly {
  /** Compiled code, to be handed on. */
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  const Module: new (bytes: Uint8Array) => Module;
  const RuntimeError: new (message?: string) => Error;
}
