/**
 * The promises by section as bars, drawn on the server. The chart's marks get classes instead of colours, so that the
 * style sheet gives them those of the scheme, and no inline style is left for the content security policy to refuse.
 */
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { OfficeTexts } from '../../texts/office.ts';
import { countOf, type Section, STATUSES } from './sections.ts';

use([BarChart, GridComponent, SVGRenderer]);

/** Colours that stand for classes; nobody sees them. */
export const MARKS = {
  holds: '#010101',
  broken: '#020202',
  none: '#030303',
  text: '#040404',
  line: '#050505',
  'on-holds': '#060606',
  'on-broken': '#070707',
  'on-none': '#080808',
} as const;

const ROW_HEIGHT = 30;
const AXIS_HEIGHT = 28;
const FONT_SIZE = 13;

interface ChartSize {
  /** CSS pixels; the drawing shrinks with its place and does not grow. */
  readonly width: number;
  /** Room for the names of the sections. */
  readonly labels: number;
  /** The smallest count that has room for its figure inside the bar. */
  readonly figuresFrom: number;
  /** Apart from others on the page. */
  readonly id: string;
}

/** @returns An SVG with a title and a description. */
export function drawChart(sections: readonly Section[], texts: OfficeTexts, size: ChartSize): string {
  const { width, id } = size;
  const height = sections.length * ROW_HEIGHT + AXIS_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(optionOf(sections, texts, size));
    return dressed(chart.renderToSVGString(), [texts.chartTitle, describe(sections, texts)], id);
  } finally {
    chart.dispose();
  }
}

function optionOf(sections: readonly Section[], texts: OfficeTexts, { labels, figuresFrom }: ChartSize) {
  const axisLabel = { color: MARKS.text, fontSize: FONT_SIZE };
  return {
    animation: false,
    grid: { left: labels, right: 14, top: 0, bottom: AXIS_HEIGHT },
    xAxis: {
      type: 'value' as const,
      minInterval: 5,
      axisLabel,
      splitLine: { lineStyle: { color: MARKS.line } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: sections.map(({ name }) => texts.sections[name]),
      axisLabel: { ...axisLabel, interval: 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MARKS.line } },
    },
    series: STATUSES.map((status) => ({
      type: 'bar' as const,
      name: texts.statuses[status],
      stack: 'promises',
      silent: true,
      barWidth: '66%',
      itemStyle: { color: MARKS[status] },
      label: { color: MARKS[`on-${status}`], fontSize: FONT_SIZE, textBorderWidth: 0 },
      data: sections.map(({ promises }) => {
        const value = countOf(promises, status);
        return { value, label: { show: value >= figuresFrom } };
      }),
    })),
  };
}

function describe(sections: readonly Section[], texts: OfficeTexts): string {
  const all = sections.flatMap(({ promises }) => promises);
  const [holds = 0, broken = 0, none = 0] = STATUSES.map((status) => countOf(all, status));
  return texts.chartDescription(holds, broken, none);
}

/** Classes for colours, no inline style, and words for who does not see it. The words are ours and hold no markup. */
export function dressed(svg: string, [title, description]: readonly [string, string], id: string): string {
  let dressedSvg = svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (style|class|ecmeta_[a-z_]+|pointer-events|paint-order|baseProfile|xmlns:xlink)="[^"]*"/g, '')
    .replace(/^<svg[^>]*?(viewBox="[^"]*")[^>]*>/, (_, viewBox: string) =>
      [
        `<svg xmlns="http://www.w3.org/2000/svg" ${viewBox} role="img" aria-labelledby="${id}-title ${id}-text">`,
        `<title id="${id}-title">${title}</title><desc id="${id}-text">${description}</desc>`,
      ].join(''),
    );
  for (const [mark, colour] of Object.entries(MARKS)) {
    dressedSvg = dressedSvg.replaceAll(`fill="${colour}"`, `class="chart-${mark}"`);
    dressedSvg = dressedSvg.replaceAll(`stroke="${colour}"`, `class="chart-${mark}-stroke"`);
  }
  return dressedSvg;
}
