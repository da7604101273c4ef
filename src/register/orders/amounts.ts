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

export interface RateAmounts extends Amounts {
  readonly vatRate: number;
}

/** The sums of each rate, the highest rate first. */
export function amountsByRate(lines: readonly PricedLine[]): readonly RateAmounts[] {
  const netByRate = new Map<number, number>();
  for (const { quantity, unitPriceOre, vatRate } of lines) {
    netByRate.set(vatRate, (netByRate.get(vatRate) ?? 0) + quantity * unitPriceOre);
  }
  return [...netByRate]
    .map(([vatRate, netOre]) => ({ vatRate, netOre, vatOre: Math.round((netOre * vatRate) / 100) }))
    .sort((one, other) => other.vatRate - one.vatRate);
}

export function amountsOf(lines: readonly PricedLine[]): Amounts {
  const rates = amountsByRate(lines);
  return {
    netOre: rates.reduce((sum, { netOre }) => sum + netOre, 0),
    vatOre: rates.reduce((sum, { vatOre }) => sum + vatOre, 0),
  };
}
