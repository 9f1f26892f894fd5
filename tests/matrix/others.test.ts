/** The matrix of rights, second half: everybody else. */
import { after, before, test } from 'node:test';
import { testedPositions } from './positions.ts';
import { closeMatrix, noDoorFailed, openMatrix, walkAs } from './walk.ts';

before(openMatrix);
after(closeMatrix);

for (const tested of testedPositions.slice(testedPositions.length / 2)) {
  test(`${tested.name} opens what the oracle says and nothing else`, () => walkAs(tested));
}

test('no door failed while being knocked at', noDoorFailed);
