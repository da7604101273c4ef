/** What every command gets: the settings, and where it writes to. */
import type { Environment } from './environment.ts';
import type { Terminal } from './terminal.ts';

export interface Context {
  readonly environment: Environment;
  readonly terminal: Terminal;
}
