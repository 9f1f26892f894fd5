/** The matrix of rights, second half: everybody else. */
import { testedPositions } from './positions.ts';
import { walkMatrix } from './walk.ts';

walkMatrix(testedPositions.slice(testedPositions.length / 2));
