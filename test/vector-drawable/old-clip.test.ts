import { expect, test } from 'vitest';
import { readVectorDrawable } from '../../src/vector-drawable/read.ts';

test('neighbors under one clip stay one group for an old version, so that its edge is drawn once', () => {
  const xml = `<vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="8dp"
    android:height="8dp" android:viewportWidth="8" android:viewportHeight="8">
    <group><clip-path android:pathData="M1 1h6v6H1z"/>
      <path android:fillColor="#F00" android:pathData="M0 0h8v8H0z"/>
      <group><path android:fillColor="#0F0" android:pathData="M0 4h8v4H0z"/></group>
    </group></vector>`;
  const children = readVectorDrawable(xml, { as: 'api-21' }).icon?.children ?? [];
  expect(children.map((node) => node.kind === 'group' && node.children.length)).toEqual([2]);
});
