/** Names and texts as SQL has them. */

const PLAIN = /^[a-z_][a-z0-9_]*$/;
/** Words that Postgres reserves and that a policy may well use as a name. */
const RESERVED = new Set(
  'all and any array as asc by case check column create default desc do else end for foreign from grant group having in into limit not null offset on only or order primary references select table then to union unique user using when where with'.split(
    ' ',
  ),
);

/** An identifier, quoted where it must be. */
export function ident(name: string): string {
  return PLAIN.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `schema.table`, each part quoted where it must be. */
export const tableIdent = (qualified: string): string => qualified.split('.').map(ident).join('.');

/** A text literal. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}
