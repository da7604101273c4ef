/** The driver's own conversion of parameters, which its types leave out; its package exports `./lib/*` by name. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): string | Buffer | null };
  export default utils;
}
