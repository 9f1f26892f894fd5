/** Tells a database that cannot answer now (try again) from one that refuses what was asked. */
import { errorCode, errorMessage } from './connect-operator-error.ts';

const troubleClasses = ['08', '40', '53', '57'];

// 25P03 and 25P04: PostgreSQL ended the session after a time limit; 55P03: a lock did not come in time.
const troubleStates = ['25P03', '25P04', '55P03'];

const systemCodes = [
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETUNREACH',
  'ENFILE',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

// The driver gives these without any code.
const driverMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'Client network socket disconnected',
  'socket hang up',
];

/** True when the same request may succeed later: the answer is 503 with Retry-After. */
export function isConnectionTrouble(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isConnectionTrouble)) return true;
  const code = errorCode(error);
  if (code !== null && isTroubleCode(code, error)) return true;
  if (!(error instanceof Error)) return false;
  if (code === null && driverMessages.some((message) => error.message.startsWith(message))) return true;
  return error.cause !== undefined && isConnectionTrouble(error.cause);
}

function isTroubleCode(code: string, error: unknown): boolean {
  if (systemCodes.includes(code)) return true;
  // A socket that is not there, and not any missing file.
  if (code === 'ENOENT') return errorMessage(error).startsWith('connect ');
  if (!/^[0-9A-Z]{5}$/.test(code)) return false;
  return troubleClasses.includes(code.slice(0, 2)) || troubleStates.includes(code);
}
