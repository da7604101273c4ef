/** The timeline as it is seen: day, what happened, until when it is kept; all that the purpose sees of it folded inside. */
import type { FC } from 'hono/jsx';
import { keptUntil } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { columnOf, timeInWords, Value } from '../value.tsx';
import { eventWords } from './event-words.ts';
import { type TimelineEvent, timelineOf } from './events.ts';
import { KeptBriefly, KeptByRules } from './kept.tsx';
import { MANY_ROWS, type OpenedCustomer } from './open.ts';
import { Below, Facts, headingColumns, Record } from './rows.tsx';

/** Events that stand open when the page comes. */
const OPEN = 1;

export const CustomerTimeline: FC<{ desk: Desk; opened: OpenedCustomer }> = ({ desk, opened }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { dossier, limit } = opened;
  const { events, timeless, more } = timelineOf(dossier);
  const empty = dossier.tables.filter(({ seen, rows }) => seen.parent === null && rows.length === 0);
  return (
    <>
      <section aria-labelledby="timeline">
        <h2 id="timeline">{texts.timeline}</h2>
        {events.length === 0 ? <p class="empty">{texts.noEvents}</p> : null}
        <ol class="timeline">
          {events.map((event, at) => (
            <Event desk={desk} opened={opened} event={event} open={at < OPEN} />
          ))}
        </ol>
        {!more ? null : limit >= MANY_ROWS ? (
          <p class="hint">{texts.olderLeftOut}</p>
        ) : (
          <p>
            <a class="ds-button" data-variant="secondary" href={`?purpose=${desk.purpose?.name}&rows=many#timeline`}>
              {texts.olderEvents}
            </a>
          </p>
        )}
        {dossier.tables.map(({ seen, rows, more: cut }) =>
          cut && seen.parent !== null ? (
            <p class="hint">{texts.cutOff(seen.table.label[frame.language], rows.length)}</p>
          ) : null,
        )}
        {empty.length === 0 ? null : (
          <p class="hint">
            {texts.nothingOf} {empty.map(({ seen }) => seen.table.label[frame.language].toLowerCase()).join(', ')}.
          </p>
        )}
      </section>
      {timeless.map(({ seen, rows }) => (
        <section aria-labelledby={anchorOf(seen.table.name)}>
          <h2 id={anchorOf(seen.table.name)}>{seen.table.label[frame.language]}</h2>
          {rows.map((row) => (
            <Record frame={frame} dossier={dossier} seen={seen} row={row} level={3} />
          ))}
        </section>
      ))}
    </>
  );
};

const anchorOf = (table: string): string => table.replace('.', '-');

interface EventProps {
  readonly desk: Desk;
  readonly opened: OpenedCustomer;
  readonly event: TimelineEvent;
  readonly open: boolean;
}

const Event: FC<EventProps> = ({ desk, opened: { dossier }, event: { seen, row, at }, open }) => {
  const { frame } = desk;
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  const words = eventWords(seen.table.name);
  const href = words?.href?.(row, desk) ?? null;
  const kept = keptUntil(policy, seen, row);
  const status = columnOf(frame, seen.table.name, 'status');
  const rest = seen.columns.filter(
    (column) => row[column.name] !== null && (words !== null || !headingColumns(seen, row).includes(column)),
  );
  return (
    <li class={`event ${seen.table.name.replace('.', '-')}`}>
      <div class="event-when">{at instanceof Date ? timeInWords(at, policy, language) : dayOf(at, desk)}</div>
      <details open={open}>
        <summary>
          <span class="event-title">
            {words === null ? <Heading desk={desk} event={{ seen, row, at }} /> : words.title(row, texts)}
          </span>
          {status !== undefined && typeof row.status === 'string' ? (
            <span class="ds-tag" data-color="neutral">
              <Value frame={frame} column={status} value={row.status} plain />
            </span>
          ) : null}
          <KeptBriefly frame={frame} kept={kept} />
        </summary>
        <div class="event-body">
          {href === null ? null : (
            <p>
              <a class="ds-link" href={href}>
                {texts.openThis}
              </a>
            </p>
          )}
          <Facts frame={frame} columns={rest} row={row} products={dossier.products} />
          <Below frame={frame} dossier={dossier} seen={seen} row={row} level={3} />
          <KeptByRules frame={frame} kept={kept} />
        </div>
      </details>
    </li>
  );
};

const dayOf = (at: string, { frame }: Desk) => <Value frame={frame} column={undefined} value={at.slice(0, 10)} plain />;

/** By the table's name and what a row of it is first of all. */
const Heading: FC<{ desk: Desk; event: TimelineEvent }> = ({ desk: { frame }, event: { seen, row } }) => {
  const [first] = headingColumns(seen, row);
  return (
    <>
      {seen.table.label[frame.language]}
      {first === undefined ? null : (
        <>
          : <Value frame={frame} column={first} value={row[first.name]} plain />
        </>
      )}
    </>
  );
};
