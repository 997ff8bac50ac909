import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { resourceName } from '../../src/emit/resource-name.ts';

describe('Android resource names', () => {
  it.each([
    ['Pool Ladder', 'pool_ladder'],
    ['arrow-left', 'arrow_left'],
    ['arrowLeft', 'arrow_left'],
    ['24-hours', 'ic_24_hours'],
    ['switch', 'ic_switch'],
    ['Caf\u00E9', 'cafe'],
    ['\u732B', 'icon'],
    ['icon@2x', 'icon_2x'],
    ['__', 'icon'],
  ])('%s becomes %s', (stem, name) => {
    expect(resourceName(stem)).toBe(name);
  });

  it('are legal whatever the file is called, and stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (stem) => {
        const name = resourceName(stem);
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(resourceName(name)).toBe(name);
      }),
    );
  });
});
