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
  // Both the sources and the build lie two levels below the package.
  const own = (name: string): string => read(fileURLToPath(new URL(`../../src/web/assets/${name}`, import.meta.url)));
  return new Map([
    ['designsystemet.css', read(require.resolve('@digdir/designsystemet-css'))],
    ['theme.css', read(require.resolve('@digdir/designsystemet-css/theme.css'))],
    ['site.css', own('site.css')],
    ['my-page.css', own('my-page.css')],
    ['conversation.css', own('conversation.css')],
    ['office.css', own('office.css')],
    ['office-frame.css', own('office-frame.css')],
    ['office-list.css', own('office-list.css')],
    ['office-find.css', own('office-find.css')],
    ['office-invoices.css', own('office-invoices.css')],
    ['office-customer.css', own('office-customer.css')],
    ['find.js', own('find.js')],
    ['passkeys.js', own('passkeys.js')],
  ]);
}
