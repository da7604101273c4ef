/** A list of the office taken out from where it stands, as a file of what its page shows. */
import { HTTPException } from 'hono/http-exception';
import type { Cell } from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { askedWhy } from '../customer/asked-why.tsx';
import { type Desk, deskAddress, refusePurpose } from '../desk.tsx';
import { readForm } from '../form/read-form.ts';
import { takesListsOut } from '../list/take-out.tsx';
import { DeskMessage } from '../message.tsx';
import { exportList, type ListToExport } from './export-list.ts';
import { OFFICE_LISTS } from './office-lists.ts';

export async function takeOneOut(context: WebContext, parts: WebParts, desk: Desk, name: string): Promise<Response> {
  const list = OFFICE_LISTS.find((one) => one.name === name);
  if (list === undefined) return await context.notFound();
  const { purpose, frame } = desk;
  const texts = officeTextsIn(frame.language);
  const fits = purpose !== null && list.purposes.includes(purpose.name) && takesListsOut(parts.policy, purpose.name);
  if (purpose === null || !fits) {
    const [usual = ''] = list.purposes;
    if (!desk.own.some((one) => list.purposes.includes(one.name))) {
      return await refusePurpose(context, parts, desk, usual);
    }
    const needed = list.purposes.flatMap((one) => parts.policy.purposes[one]?.label[frame.language] ?? []).join(', ');
    return context.html(
      <DeskMessage frame={frame} title={texts.otherPurpose} text={texts.otherPurposeNext(needed)} />,
      403,
    );
  }
  const { typed } = await readForm(context, ['format', ...list.fields]);
  const format = (['csv', 'xlsx'] as const).find((one) => one === typed.format);
  if (format === undefined) throw new HTTPException(400, { message: 'no such format' });
  const asking = { ...desk, purpose };
  // A list of one customer is looked at as their page is.
  const why = isUuid(typed.customer) ? await askedWhy(context, parts, asking, typed.customer) : null;
  if (why !== null) return why;
  const out: ListToExport<readonly Cell[]> = {
    ...{ list: list.name, name: list.title(texts) },
    columns: list.labels(asking).map((label, at) => ({ label, cell: (row) => row[at] ?? null })),
    read: (sessions) => list.rows({ sessions, parts, desk: asking, asked: (field) => (typed[field] ?? '').trim() }),
  };
  const answer = await exportList(context, parts, asking, out, format);
  if (answer !== null) return answer;
  const link = { href: deskAddress(desk, list.page), text: list.title(texts) };
  return context.html(
    <DeskMessage frame={frame} title={texts.exportTooManyTitle} text={texts.exportTooManyHere} link={link} />,
    422,
  );
}
