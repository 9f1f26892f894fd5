/** The matrix of rights, second half: everybody else. */
import { test } from 'node:test';
import { testedPositions } from './positions.ts';
import { walkAs } from './walk.ts';

for (const tested of testedPositions.slice(testedPositions.length / 2)) {
  test(`${tested.name} opens what the oracle says and nothing else`, () => walkAs(tested));
}
