/**
 * Figures in the Prometheus text format, version 0.0.4. Labels come from what the program knows beforehand (routes,
 * purposes, codes), so that there are few of them and none is a person's.
 */

type Labels = Readonly<Record<string, string>>;

export interface Counter {
  add(labels: Labels, by?: number): void;
}

export interface Histogram {
  observe(labels: Labels, seconds: number): void;
}

/** One value of a figure that is read when it is asked for. */
export interface Reading {
  readonly labels: Labels;
  readonly value: number;
}

export interface Metrics {
  counter(name: string, help: string): Counter;
  histogram(name: string, help: string): Histogram;
  gauge(name: string, help: string, read: () => Promise<readonly Reading[]> | readonly Reading[]): void;
  /** Like a gauge, of something that only grows. */
  total(name: string, help: string, read: () => readonly Reading[]): void;
  text(): Promise<string>;
}

/** Upper bounds of the histogram's buckets, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Family = () => Promise<string>;

export function createMetrics(): Metrics {
  const families: Family[] = [];
  const add = (name: string, help: string, type: string, lines: () => Promise<readonly string[]>): void =>
    void families.push(async () => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${(await lines()).join('')}`);
  return {
    counter(name, help) {
      const values = new Map<string, number>();
      add(name, help, 'counter', async () => [...values].map(([labels, value]) => line(name, labels, value)));
      return { add: (labels, by = 1) => increase(values, labels, by) };
    },
    histogram(name, help) {
      const series = new Map<string, Series>();
      add(name, help, 'histogram', async () => [...series].flatMap(([labels, one]) => linesOf(name, labels, one)));
      return { observe: (labels, seconds) => observe(series, labels, seconds) };
    },
    gauge(name, help, read) {
      add(name, help, 'gauge', async () => (await read()).map((one) => line(name, textOf(one.labels), one.value)));
    },
    total(name, help, read) {
      add(name, help, 'counter', async () => read().map((one) => line(name, textOf(one.labels), one.value)));
    },
    async text() {
      const all: string[] = [];
      for (const family of families) all.push(await family());
      return all.join('');
    },
  };
}

interface Series {
  readonly buckets: number[];
  sum: number;
  count: number;
}

function increase(values: Map<string, number>, labels: Labels, by: number): void {
  const text = textOf(labels);
  values.set(text, (values.get(text) ?? 0) + by);
}

function observe(series: Map<string, Series>, labels: Labels, seconds: number): void {
  const text = textOf(labels);
  const one = series.get(text) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
  series.set(text, one);
  for (const [at, bound] of BUCKETS.entries()) if (seconds <= bound) one.buckets[at] = (one.buckets[at] ?? 0) + 1;
  one.sum += seconds;
  one.count += 1;
}

function linesOf(name: string, labels: string, { buckets, sum, count }: Series): string[] {
  const upTo = (bound: string): string => (labels === '' ? `le="${bound}"` : `${labels},le="${bound}"`);
  return [
    ...BUCKETS.map((bound, at) => line(`${name}_bucket`, upTo(String(bound)), buckets[at] ?? 0)),
    line(`${name}_bucket`, upTo('+Inf'), count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
}

const line = (name: string, labels: string, value: number): string =>
  `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`;

const textOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(
      ([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`))}"`,
    )
    .join(',');
