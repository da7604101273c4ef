/** Every purpose: its basis, what it uses and writes, who may act for it, how long what it uses is kept. */
import type { Child, FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { accessOfPurpose, type LawReference, type Policy, type Purpose } from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { basisOf } from '../purposes-in-words.tsx';
import { Links, ListPage, Terms, Thing } from './listed.tsx';
import { ruleNamed } from './retention-in-words.ts';

export const PurposesPage: FC<{ desk: Desk }> = ({ desk }) => {
  const { policy, language } = desk.frame;
  const things = Object.values(policy.purposes);
  return (
    <ListPage desk={desk} page="officePurposes" lead={officeTextsIn(language).purposesLead} things={things}>
      {things.map((purpose) => (
        <Thing thing={purpose} language={language}>
          <p>{purpose.description[language]}</p>
          <Terms terms={[...why(desk, purpose), ...what(desk, purpose), ...who(desk, purpose)]} />
        </Thing>
      ))}
    </ListPage>
  );
};

type Term = readonly [term: string, value: Child | null];

function why({ frame: { language } }: Desk, purpose: Purpose): readonly Term[] {
  const texts = officeTextsIn(language);
  const { balancing, consentText, law } = purpose;
  const weighed: readonly Term[] =
    balancing === null
      ? []
      : [
          [texts.interest, balancing.interest[language]],
          [texts.necessity, balancing.necessity[language]],
          [texts.outcome, balancing.outcome[language]],
          [texts.assessedOn, dateInWords(balancing.assessedOn, language)],
        ];
  return [
    [texts.basis, basisOf({ ...purpose, law: null }, language)],
    [texts.law, law === null ? null : <Law law={law} />],
    [texts.consentWords, consentText === null ? null : <q>{consentText[language]}</q>],
    ...weighed,
  ];
}

export const Law: FC<{ law: LawReference }> = ({ law }) =>
  law.url === null ? (
    <span>{law.cite}</span>
  ) : (
    <a class="ds-link" href={law.url}>
      {law.cite}
    </a>
  );

function what(desk: Desk, purpose: Purpose): readonly Term[] {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const tables = accessOfPurpose(policy, purpose.name).map(
    ({ table }) => policy.tables[table]?.label[language] ?? table,
  );
  const categories = (names: readonly string[]): Child | null =>
    names.length === 0 ? null : <Links desk={desk} page="officeCategories" names={names} among={policy.categories} />;
  return [
    [texts.about, purpose.about.map((kind) => policy.dataSubjects[kind]?.label[language] ?? kind).join(', ')],
    [texts.usesCategories, categories(purpose.uses)],
    [texts.recordsCategories, categories(purpose.records)],
    [texts.reachesTables, tables.length === 0 ? texts.reachesNone : tables.join(', ')],
    [texts.profiling, profilingOf(purpose, desk)],
  ];
}

const profilingOf = ({ profiling }: Purpose, { frame: { language } }: Desk): string | null =>
  profiling === null ? null : `${profiling.infers[language]}. ${profiling.effect[language]}`;

function who(desk: Desk, purpose: Purpose): readonly Term[] {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const roles =
    purpose.roles.length === 0 ? null : (
      <Links desk={desk} page="officeRoles" names={purpose.roles} among={policy.roles} />
    );
  const others = purpose.openTo.map((actor) => texts.actors[actor]).join(', ');
  const rules = rulesFor(policy, purpose);
  const recipients = Object.values(policy.recipients).filter(({ purposes }) => purposes.includes(purpose.name));
  const traits = [
    ...(purpose.despiteRestriction ? [texts.goesOn] : []),
    ...(purpose.ownRowsOnly ? [texts.ownRows] : []),
    ...(purpose.directMarketing ? [texts.marketingPurpose] : []),
  ];
  return [
    [
      texts.whoMayAct,
      roles === null && others === '' ? (
        texts.nobody
      ) : (
        <>
          {roles}
          {others}
        </>
      ),
    ],
    [
      texts.keptBy,
      rules.length === 0 ? null : <Links desk={desk} page="officeRetention" names={rules} among={ruleNamed(policy)} />,
    ],
    [
      texts.givenTo,
      recipients.length === 0 ? null : (
        <Links
          desk={desk}
          page="officeRecipients"
          names={recipients.map(({ name }) => name)}
          among={policy.recipients}
        />
      ),
    ],
    [texts.note, traits.length === 0 ? null : `${traits.join('. ')}.`],
  ];
}

/** The rules that say how long the rows this purpose reads are kept. */
function rulesFor(policy: Policy, purpose: Purpose): readonly string[] {
  const read = new Map(accessOfPurpose(policy, purpose.name).map(({ table, read: columns }) => [table, columns]));
  return policy.retention
    .filter(({ keep }) =>
      keep.some(({ table, columns }) => {
        const seen = read.get(table) ?? [];
        return columns.length === 0 ? seen.length > 0 : columns.some((column) => seen.includes(column));
      }),
    )
    .map(({ name }) => name);
}
