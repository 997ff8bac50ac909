import { wholes } from './drawable.ts';
import { clips, fills } from './fills-and-clips.ts';
import { gradients } from './gradients.ts';
import { groups, strokes } from './groups-and-strokes.ts';
import { pathData } from './path-data.ts';
import type { ProbeGroup } from './probe.ts';

/** In the order of docs/android-facts.md. */
export const PROBES: readonly ProbeGroup[] = [pathData, fills, clips, groups, strokes, gradients, wholes];
