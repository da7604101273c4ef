/** One entry: what it says in a category, in words, and until when it is kept. */
import type { FC } from 'hono/jsx';
import { type HeldRow, type HeldTable, type KeptUntil, keepsColumn } from '../../enforcement/index.ts';
import { dateInWords, durationInWords } from '../../notice/index.ts';
import type { RetentionRule } from '../../policy/index.ts';
import { textsIn } from '../texts/index.ts';
import { eventInWords } from './category-facts.tsx';
import { valueInWords, type Wording } from './value-in-words.ts';

interface EntryProps {
  readonly wording: Wording;
  readonly held: HeldTable;
  readonly row: HeldRow;
  readonly category: string;
}

export const HeldEntry: FC<EntryProps> = ({ wording, held, row, category }) => {
  const { language } = wording;
  const title = titleOf(wording, held, row, category);
  const said = row.values.flatMap(({ column, value }) => {
    const words = column.category === category ? valueInWords(wording, held.table.name, column, value) : null;
    return words === null ? [] : [{ label: column.label?.[language] ?? column.name, words }];
  });
  return (
    <li class="held-entry">
      {title === null ? null : <p class="held-title">{title}</p>}
      <dl class="facts">
        {said.map(({ label, words }) => (
          <div>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <KeptLine wording={wording} kept={row.keptUntil.filter(({ rule }) => concerns(rule, held, category))} />
    </li>
  );
};

/** The order that the row belongs to, where what it says does not tell that itself. */
function titleOf({ language, orders }: Wording, held: HeldTable, row: HeldRow, category: string): string | null {
  const order = typeof row.links.order_id === 'string' ? orders.get(row.links.order_id) : undefined;
  const toldInside = row.values.some(({ column }) => column.name === 'order_number' && column.category === category);
  return order === undefined || toldInside || held.table.name === 'register.invoice'
    ? null
    : textsIn(language).my.order(order);
}

/** Whether the rule keeps any of the category's columns. */
const concerns = (rule: RetentionRule, { table, columns }: HeldTable, category: string): boolean =>
  columns.some((column) => column.category === category && keepsColumn(rule, table.name, column.name));

interface KeptProps {
  readonly wording: Wording;
  readonly kept: readonly KeptUntil[];
}

/** The last of the dates, and the rules whose time has not begun, which may make it later. */
const KeptLine: FC<KeptProps> = ({ wording: { policy, language }, kept }) => {
  const { my } = textsIn(language);
  const last = lastOf(kept);
  const say = last === null ? my.notBegun : my.mayBeLonger;
  const waiting = kept
    .filter(({ date }) => date === null)
    .map(({ rule }) => say(durationInWords(rule.period, language), eventInWords(policy, rule.after, language)));
  const until = last === null ? [] : [my.keptUntil(dateInWords(last, language))];
  return <p class="hint kept">{[...until, ...waiting].join(' ')}</p>;
};

const lastOf = (kept: readonly KeptUntil[]): string | null =>
  kept.reduce<string | null>((last, { date }) => (date !== null && (last === null || date > last) ? date : last), null);
