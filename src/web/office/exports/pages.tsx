/** The addresses of exports. A list is posted for, so that it is taken out by whoever pressed the button and nobody else. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { exportableLists, type Period, type Row, readExports, readList } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { ChoosePage } from '../choose.tsx';
import { atDesk } from '../desk.tsx';
import { type DeskForPurpose, forPurpose } from '../files/for-purpose.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { cellOf, headingOf } from './cells.ts';
import { exportList } from './export-list.ts';
import { takeOneOut } from './one-list.tsx';
import { ExportsPage } from './page.tsx';

const LATEST = 20;

export function addExports(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const here = ADDRESSES.officeExports;
  const at = (context: WebContext, work: (desk: DeskForPurpose) => Promise<Response>): Promise<Response> =>
    atDesk(context, parts, here, async (desk) => {
      const can = (name: string): boolean => exportableLists(parts.policy, name).length > 0;
      if (desk.purpose === null) return context.html(<ChoosePage desk={desk} target={here[language]} />);
      const other = desk.own.find(({ name }) => can(name))?.name;
      const purpose = can(desk.purpose.name) ? desk.purpose.name : (other ?? 'customer-administration');
      return await forPurpose(context, parts, desk, purpose, work);
    });
  app.get(here[language], (context) => at(context, (desk) => show(context, parts, desk, EMPTY_FORM)));
  app.post(here[language], (context) => at(context, (desk) => takeOut(context, parts, desk)));
  app.post(`${here[language]}/:list{[a-z][a-z-]*}`, (context) => {
    const name = context.req.param('list') ?? '';
    const place = { nb: `${here.nb}/${name}`, en: `${here.en}/${name}` };
    return atDesk(context, parts, place, (desk) => takeOneOut(context, parts, desk, name));
  });
}

async function show(context: WebContext, parts: WebParts, desk: DeskForPurpose, state: FormState): Promise<Response> {
  const exports = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readExports(register, LATEST),
  );
  const lists = exportableLists(parts.policy, desk.purpose.name);
  // Of one list there is nothing to choose.
  const only = lists.length === 1 ? { list: lists[0]?.list ?? '' } : {};
  const shown = { ...state, values: { ...only, format: 'xlsx', ...state.values } };
  const page = <ExportsPage desk={desk} state={shown} lists={lists} exports={exports} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function takeOut(context: WebContext, parts: WebParts, desk: DeskForPurpose): Promise<Response> {
  const { policy } = parts;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { typed } = await readForm(context, ['list', 'from', 'until', 'format']);
  const values = {
    list: typed.list ?? '',
    from: typed.from ?? '',
    until: typed.until ?? '',
    format: typed.format ?? '',
  };
  const faults: Record<string, string> = {};
  const list = exportableLists(policy, desk.purpose.name).find((one) => one.list === typed.list);
  const format = (['csv', 'xlsx'] as const).find((one) => one === typed.format);
  const from = readDay(typed.from);
  const until = readDay(typed.until);
  if (list === undefined) faults.list = texts.exportListMissing;
  if (format === undefined) faults.format = texts.exportFormatMissing;
  if (from === undefined) faults.from = texts.exportDayWrong;
  if (until === undefined) faults.until = texts.exportDayWrong;
  const refuse = (): Promise<Response> => show(context, parts, desk, { values, faults });
  if (list === undefined || format === undefined || from === undefined || until === undefined) return await refuse();
  const period: Period = { from: from?.toString() ?? null, until: until?.toString() ?? null };
  const answer = await exportList(
    context,
    parts,
    desk,
    {
      list: list.list,
      name: texts.exportLists[list.list],
      columns: list.columns.map((column) => ({
        label: headingOf(column, language),
        cell: (row: Row) => cellOf(policy, language, list.table, column, row[column.name]),
      })),
      read: ({ register }) => readList(register, list, period),
    },
    format,
  );
  if (answer !== null) return answer;
  faults.from = texts.exportTooMany;
  return await refuse();
}
