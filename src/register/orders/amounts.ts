/** Sums of orders in øre: VAT is counted per rate and rounded once, half away from zero. */

export interface PricedLine {
  readonly quantity: number;
  /** Øre, VAT not included. */
  readonly unitPriceOre: number;
  /** Per cent. */
  readonly vatRate: number;
}

export interface Amounts {
  readonly netOre: number;
  readonly vatOre: number;
}

export function amountsOf(lines: readonly PricedLine[]): Amounts {
  const netByRate = new Map<number, number>();
  for (const { quantity, unitPriceOre, vatRate } of lines) {
    netByRate.set(vatRate, (netByRate.get(vatRate) ?? 0) + quantity * unitPriceOre);
  }
  let netOre = 0;
  let vatOre = 0;
  for (const [rate, net] of netByRate) {
    netOre += net;
    vatOre += Math.round((net * rate) / 100);
  }
  return { netOre, vatOre };
}
