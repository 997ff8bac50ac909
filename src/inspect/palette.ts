import type { Fate } from './region.ts';

export const INK = '#1e2433';
export const MUTED = '#7b8496';
export const PAPER = '#ffffff';
export const GROUND = '#f3f4f7';
export const BORDER = '#dfe2e9';
export const LOST = '#d6246e';

export const FATE_COLORS: { readonly [fate in Fate]: string } = {
  kept: '#39435a',
  reversed: '#d6246e',
  cut: '#7a3ff2',
  idle: '#c98a00',
};

/** Blue runs clockwise, orange the other way; deeper is more turns. */
const CLOCKWISE = ['#bcd9fb', '#7fb3f3', '#3f82d8', '#215aa8'];
const COUNTERCLOCKWISE = ['#ffd9ae', '#fbb366', '#e8872a', '#b65d0c'];

/** The tint of a face that is not a hole; deeper than four turns looks like four. */
export function tintOf(winding: number): string {
  const ramp = winding > 0 ? CLOCKWISE : COUNTERCLOCKWISE;
  return ramp[Math.min(Math.abs(winding), ramp.length) - 1] as string;
}
