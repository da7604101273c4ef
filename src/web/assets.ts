/** Style sheets: Designsystemet's own and the layout of the pages, read once at start. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Content by the name under `/assets/`. */
export function readAssets(): ReadonlyMap<string, string> {
  const read = (path: string): string => readFileSync(path, 'utf8');
  return new Map([
    ['designsystemet.css', read(require.resolve('@digdir/designsystemet-css'))],
    ['theme.css', read(require.resolve('@digdir/designsystemet-css/theme.css'))],
    ['site.css', read(ownSheet('site.css'))],
    ['office.css', read(ownSheet('office.css'))],
  ]);
}

/** Both the sources and the build lie two levels below the package. */
const ownSheet = (name: string): string => fileURLToPath(new URL(`../../src/web/assets/${name}`, import.meta.url));
