/** How values are written in UBL. */

/** An element's content, as the XML writer takes it. */
export type Node = { readonly [name: string]: string | Node | readonly Node[] };

/** Two decimals, a full stop, no grouping. */
export const decimal = (ore: number): string => {
  const [whole, rest] = [Math.floor(Math.abs(ore) / 100), Math.abs(ore) % 100];
  return `${ore < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`;
};

export const money = (ore: number, currency: string): Node => ({ '@currencyID': currency, '#': decimal(ore) });
