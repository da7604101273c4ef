/** Figures as bars, drawn on the server, with classes for colours as the other charts (decision 0019). */
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { dressed, MARKS } from '../evidence/chart.ts';

use([BarChart, GridComponent, SVGRenderer]);

const ROW_HEIGHT = 34;
const AXIS_HEIGHT = 28;
const FONT_SIZE = 13;

export interface Bars {
  /** Apart from others on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** From top to bottom; null where the figure is not told. */
  readonly bars: readonly { readonly name: string; readonly value: number | null }[];
  /** As the reader writes figures. */
  readonly format: (value: number) => string;
  readonly most?: number;
}

const SIZES = { narrow: { width: 400, labels: 120 }, wide: { width: 760, labels: 240 } } as const;

/** @returns An SVG with a title and a description, for a phone or a desk. */
export function drawBars({ id, title, description, bars, format, most }: Bars, size: keyof typeof SIZES): string {
  const { width, labels } = SIZES[size];
  const height = bars.length * ROW_HEIGHT + AXIS_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const axisLabel = { color: MARKS.text, fontSize: FONT_SIZE };
  try {
    chart.setOption({
      animation: false,
      grid: { left: labels, right: 56, top: 0, bottom: AXIS_HEIGHT },
      xAxis: {
        ...{ type: 'value' as const, axisLabel, splitNumber: size === 'wide' ? 5 : 3 },
        ...(most === undefined ? {} : { max: most }),
        splitLine: { lineStyle: { color: MARKS.line } },
      },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLabel: { ...axisLabel, interval: 0, width: labels - 12, overflow: 'truncate' as const },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: MARKS.line } },
      },
      series: [
        {
          type: 'bar' as const,
          silent: true,
          barWidth: '60%',
          itemStyle: { color: MARKS.holds },
          data: bars.map(({ value }) => ({
            value: value ?? 0,
            label: {
              ...{ show: value !== null, position: 'right' as const, color: MARKS.text, fontSize: FONT_SIZE },
              ...{ textBorderWidth: 0, formatter: value === null ? '' : format(value) },
            },
          })),
        },
      ],
    });
    return dressed(chart.renderToSVGString(), [title, description], `${id}-${size}`);
  } finally {
    chart.dispose();
  }
}
