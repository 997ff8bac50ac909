import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Draw, Picture } from '../ports.ts';

type ResvgModule = typeof import('@resvg/resvg-wasm');

/**
 * A renderer for Node: resvg compiled to WebAssembly, which a hostile icon can bring down without the process.
 *
 * It takes time and memory to load, so it is loaded when first asked for. When an instance traps, the drawing
 * throws and a fresh instance takes its place: one stands ready, as making one is asynchronous.
 */
export async function loadDraw(): Promise<Draw> {
  const instances = new Instances();
  await instances.fill();
  return (svg, longerSide) => instances.draw(svg, longerSide);
}

/** Instances share the compiled code; each has a memory of its own, which a trap leaves in an unknown state. */
class Instances {
  readonly #require = createRequire(import.meta.url);
  readonly #code: WebAssembly.Module;
  readonly #ready: ResvgModule[] = [];

  constructor() {
    this.#code = new WebAssembly.Module(
      readFileSync(this.#require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    );
  }

  /** Brings the number of instances to two: one to use, one to spare. */
  async fill(): Promise<void> {
    while (this.#ready.length < 2) this.#ready.push(await this.#instantiate());
  }

  /** The package holds one instance per copy of its module, so each instance gets a copy. */
  async #instantiate(): Promise<ResvgModule> {
    const path = this.#require.resolve('@resvg/resvg-wasm');
    delete this.#require.cache[path];
    const copy = this.#require(path) as ResvgModule;
    delete this.#require.cache[path];
    await copy.initWasm(this.#code);
    return copy;
  }

  draw(svg: string, longerSide: number): Picture {
    const resvg = this.#ready[0];
    if (resvg === undefined) throw new Error('the renderer failed twice in a row and is being loaded again');
    try {
      return drawWith(resvg, svg, longerSide);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) {
        this.#ready.shift();
        // Nothing waits for the spare: the next icon is read from disk before it is drawn.
        void this.fill();
      }
      throw error;
    }
  }
}

function drawWith({ Resvg }: ResvgModule, svg: string, longerSide: number): Picture {
  const fonts = { loadSystemFonts: false };
  const probe = new Resvg(svg, { font: fonts });
  const isWide = probe.width >= probe.height;
  probe.free();
  const resvg = new Resvg(svg, {
    font: fonts,
    fitTo: { mode: isWide ? 'width' : 'height', value: longerSide },
  });
  // Freed on success only: after a trap the instance is thrown away, and freeing would hide the trap's own error.
  const image = resvg.render();
  // `pixels` copies out of the instance's memory.
  const picture = { width: image.width, height: image.height, data: image.pixels };
  image.free();
  resvg.free();
  return picture;
}
