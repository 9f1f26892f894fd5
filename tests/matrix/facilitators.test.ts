/** The matrix of rights, first half: who facilitates and who buys; and the oracle itself. */
import { test } from 'node:test';
import { testedPositions } from './positions.ts';
import { theOracleKnowsEveryDoor, walkAs } from './walk.ts';

test('the oracle knows every door, and no door that does not exist', theOracleKnowsEveryDoor);

for (const tested of testedPositions.slice(0, testedPositions.length / 2)) {
  test(`${tested.name} opens what the oracle says and nothing else`, () => walkAs(tested));
}
