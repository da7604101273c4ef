/** About a category: where it comes from, what it is used for and on which basis, who gets it, for how long. */
import type { FC } from 'hono/jsx';
import { keepsColumn, type UsesOfCategory, usesOfCategory } from '../../enforcement/index.ts';
import { basisInWords, countryInWords, durationInWords, listInWords } from '../../notice/index.ts';
import {
  BASES,
  type Language,
  type LawfulBasis,
  type Policy,
  type RetentionEvent,
  type RetentionRule,
  SOURCES,
} from '../../policy/index.ts';
import { textsIn } from '../texts/index.ts';
import { valueTextsIn } from '../texts/values.ts';
import { type MyFrame, myAddress } from './my-frame.tsx';
import type { CategoryHeld, MyHoldings } from './reading.ts';
import { inSentence } from './value-in-words.ts';

interface FactsProps {
  readonly frame: MyFrame;
  readonly kinds: MyHoldings['kinds'];
  readonly held: CategoryHeld;
}

export const CategoryFacts: FC<FactsProps> = ({ frame, kinds, held }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const { purposes, recipients } = usesOfCategory(policy, held.category.name, kinds);
  return (
    <dl class="category-facts">
      <dt>{my.whereFrom}</dt>
      {sourcesOf(held).map((source) => (
        <dd>{valueTextsIn(language).sources[source]}</dd>
      ))}
      <dt>{my.usedForQuestion}</dt>
      {BASES.map((basis) => (
        <OnBasis frame={frame} basis={basis} purposes={purposes.filter((purpose) => purpose.basis === basis)} />
      ))}
      <dt>{my.whoGets}</dt>
      <Recipients language={language} recipients={recipients} />
      <dt>{my.howLong}</dt>
      {rulesOf(held).map((rule) => (
        <dd>
          <RuleInWords policy={policy} language={language} rule={rule} held={held} />
        </dd>
      ))}
    </dl>
  );
};

/** The purposes that rest on one basis, so that it is said once. */
const OnBasis: FC<{ frame: MyFrame; basis: LawfulBasis; purposes: UsesOfCategory['purposes'] }> = (props) => {
  const { frame, basis, purposes } = props;
  const { language } = frame;
  if (purposes.length === 0) return null;
  return (
    <dd>
      {textsIn(language).my.lawfulBasis}: {basisInWords(basis, language)}
      <ul>
        {purposes.map(({ name, label }) => (
          <li>
            <a class="ds-link" href={`${myAddress(frame, 'myPurposes')}#${name}`}>
              {label[language]}
            </a>
          </li>
        ))}
      </ul>
    </dd>
  );
};

const Recipients: FC<{ language: Language; recipients: UsesOfCategory['recipients'] }> = (props) => {
  const { language, recipients } = props;
  if (recipients.length === 0) return <dd>{textsIn(language).my.nobodyGets}</dd>;
  return (
    <>
      {recipients.map(({ label, service, kind, countries, occasional }) => (
        <dd>
          <strong>{label}</strong> ({valueTextsIn(language).recipients[kind]}). {service[language]}.{' '}
          {listInWords(
            countries.map((country) => countryInWords(country, language)),
            language,
          )}
          .{occasional ? ` ${textsIn(language).my.occasional}` : null}
        </dd>
      ))}
    </>
  );
};

/** In the order of the model, of the columns that say something; of all columns where entries are not shown. */
function sourcesOf({ category, tables }: CategoryHeld) {
  const found = tables.flatMap(({ held, rows }) => {
    const own = held.columns.filter((column) => column.category === category.name);
    const saying = rows.flatMap(({ values }) =>
      values.filter(({ value }) => value !== null).map(({ column }) => column),
    );
    return own.filter((column) => rows.length === 0 || saying.includes(column)).map(({ source }) => source);
  });
  return SOURCES.filter((source) => found.includes(source));
}

function rulesOf({ category, tables }: CategoryHeld): readonly RetentionRule[] {
  const all = tables.flatMap(({ held: { table, columns, rules } }) =>
    rules.filter((rule) =>
      columns.some((column) => column.category === category.name && keepsColumn(rule, table.name, column.name)),
    ),
  );
  return [...new Set(all)];
}

interface RuleProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly rule: RetentionRule;
  readonly held: CategoryHeld;
}

const RuleInWords: FC<RuleProps> = ({ policy, language, rule, held }) => {
  const { my } = textsIn(language);
  const { because } = rule;
  const columns = onlyColumns(rule, held, language);
  return (
    <>
      <strong>{durationInWords(rule.period, language)}</strong>: {rule.label[language]}.{' '}
      {my.countedFrom(eventInWords(policy, rule.after, language))} {my.reason}:{' '}
      {because.kind === 'purpose' ? (
        (policy.purposes[because.purpose]?.label[language] ?? because.purpose)
      ) : because.law.url === null ? (
        because.law.cite
      ) : (
        <a class="ds-link" href={because.law.url}>
          {because.law.cite}
        </a>
      )}
      .{columns === '' ? null : ` ${my.onlyColumns(columns)}`}
    </>
  );
};

/** The columns of the category that the rule keeps, where it does not keep the whole row. */
function onlyColumns(rule: RetentionRule, { category, tables }: CategoryHeld, language: Language): string {
  if (rule.keep.every(({ columns }) => columns.length === 0)) return '';
  const kept = tables.flatMap(({ held: { table, columns } }) =>
    columns.filter((column) => column.category === category.name && keepsColumn(rule, table.name, column.name)),
  );
  return listInWords(
    kept.map(({ label, name }) => inSentence(label?.[language] ?? name)),
    language,
  );
}

/** What a period counts from, by the names that the policy gives the columns. */
export function eventInWords(policy: Policy, event: RetentionEvent, language: Language): string {
  const { my } = textsIn(language);
  switch (event.kind) {
    case 'column': {
      const table = policy.tables[event.table];
      const column = table?.columns[event.column]?.label?.[language] ?? event.column;
      return my.column(column, table === undefined ? event.table : inSentence(table.label[language]));
    }
    case 'latest':
      return my.latestOf(
        listInWords(
          event.of.map((one) => eventInWords(policy, one, language)),
          language,
        ),
      );
    case 'end-of-year':
      return my.endOfYear(eventInWords(policy, event.of, language));
    default:
      return event satisfies never;
  }
}
