/** Style sheets (Designsystemet's own and the layout of the pages) and the one script, read once at start. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** What browsers are given to run, by the name under `/assets/`. */
export const siteScripts = (): ReadonlyMap<string, string> =>
  new Map([...readAssets()].filter(([name]) => name.endsWith('.js')));

/** Content by the name under `/assets/`. */
export function readAssets(): ReadonlyMap<string, string> {
  const read = (path: string): string => readFileSync(path, 'utf8');
  return new Map([
    ['designsystemet.css', read(require.resolve('@digdir/designsystemet-css'))],
    ['theme.css', read(require.resolve('@digdir/designsystemet-css/theme.css'))],
    // Both the sources and the build lie two levels below the package.
    ['passkeys.js', read(fileURLToPath(new URL('../../src/web/assets/passkeys.js', import.meta.url)))],
    ['site.css', read(fileURLToPath(new URL('../../src/web/assets/site.css', import.meta.url)))],
  ]);
}
