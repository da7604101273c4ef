/** The log of the process: one JSON object a line, on standard error. It names routes, purposes and codes, nobody. */
import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { Environment } from '../environment.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Standard error; written at once, so that the last line before an end is there. */
const STANDARD_ERROR = 2;

/** The name of the machine stays out of it: it can be somebody's. */
export function openLog({ logLevel }: Pick<Environment, 'logLevel'>): Log {
  return pino(
    { level: logLevel, base: null, timestamp: stdTimeFunctions.isoTime },
    pino.destination({ dest: STANDARD_ERROR, sync: true }),
  );
}
