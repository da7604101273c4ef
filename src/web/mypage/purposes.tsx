/** What the data is used for: each purpose that is about such people, its basis, and whether it is in force for them. */
import type { FC } from 'hono/jsx';
import { purposesAbout } from '../../enforcement/index.ts';
import { basisInWords, dateInWords } from '../../notice/index.ts';
import type {
  Balancing,
  DataSubjectKind,
  Language,
  LawReference,
  Policy,
  Profiling,
  Purpose,
} from '../../policy/index.ts';
import { type Choices, type Standing, standingOf } from '../../records/index.ts';
import { textsIn } from '../texts/index.ts';
import { type MyFrame, myAddress } from './my-frame.tsx';
import { MyLayout } from './my-layout.tsx';
import { dayInWords } from './value-in-words.ts';

interface PurposesProps {
  readonly frame: MyFrame;
  readonly kinds: readonly DataSubjectKind[];
  readonly choices: Choices;
  /** Entries by category. */
  readonly counts: ReadonlyMap<string, number>;
}

export const PurposesPage: FC<PurposesProps> = ({ frame, kinds, choices, counts }) => {
  const { my } = textsIn(frame.language);
  const purposes = purposesAbout(frame.policy, kinds);
  return (
    <MyLayout frame={frame} page="myPurposes" title={my.purposesQuestion} lead={my.purposesLead}>
      <nav class="my-jump" aria-labelledby="jump">
        <h2 id="jump">{my.jumpTo}</h2>
        <ul>
          {purposes.map(({ name, label }) => (
            <li>
              <a class="ds-link" href={`#${name}`}>
                {label[frame.language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {purposes.map((purpose) => (
        <PurposeSection frame={frame} purpose={purpose} standing={standingOf(purpose, choices)} counts={counts} />
      ))}
    </MyLayout>
  );
};

interface SectionProps {
  readonly frame: MyFrame;
  readonly purpose: Purpose;
  readonly standing: Standing;
  readonly counts: ReadonlyMap<string, number>;
}

const PurposeSection: FC<SectionProps> = ({ frame, purpose, standing, counts }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const { name, label, description, basis, law, balancing, profiling } = purpose;
  return (
    <section class="my-category" id={name} aria-labelledby={`purpose-${name}`}>
      <h2 id={`purpose-${name}`}>{label[language]}</h2>
      <p>{description[language]}</p>
      <StandingLine frame={frame} purpose={purpose} standing={standing} />
      <h3>{my.basisQuestion}</h3>
      <p>
        {my.basis[basis]} {my.lawfulBasis}: {basisInWords(basis, language)}
        {law === null ? '.' : <LawLink law={law} />}
      </p>
      <details>
        <summary aria-label={my.whichDataOf(label[language])}>{my.whichData}</summary>
        <DataOf frame={frame} purpose={purpose} counts={counts} />
      </details>
      {profiling === null ? null : <ProfilingFacts policy={policy} language={language} profiling={profiling} />}
      {balancing === null ? null : <BalancingFacts label={label[language]} language={language} balancing={balancing} />}
    </section>
  );
};

const LawLink: FC<{ law: LawReference }> = ({ law: { cite, url } }) => (
  <>
    ,{' '}
    {url === null ? (
      cite
    ) : (
      <a class="ds-link" href={url}>
        {cite}
      </a>
    )}
    .
  </>
);

const StandingLine: FC<Omit<SectionProps, 'counts'>> = ({ frame, purpose, standing }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const on = standing.kind === 'in-force';
  const { email } = policy.controller.privacyContact;
  const mayObject = on && (purpose.basis === 'legitimate-interest' || purpose.basis === 'public-task');
  return (
    <p class="standing">
      <span class="ds-tag" data-color={on ? 'success' : 'neutral'}>
        {on ? my.inForce : my.notInForce}
      </span>{' '}
      {reasonOf(frame, standing)}{' '}
      {purpose.consentText === null ? null : (
        <a class="ds-link" href={`${myAddress(frame, 'myConsents')}#${purpose.name}`}>
          {my.changeConsent}
        </a>
      )}
      {mayObject ? (
        <>
          {my.sayNo}{' '}
          <a class="ds-link" href={`mailto:${email}`}>
            {email}
          </a>
          .
        </>
      ) : null}
    </p>
  );
};

function reasonOf(frame: MyFrame, standing: Standing): string {
  const { my } = textsIn(frame.language);
  const day = (at: Date): string => dayInWords(at, frame);
  switch (standing.kind) {
    case 'in-force':
      return standing.consent === null ? '' : my.inForceConsent(day(standing.consent.given_at));
    case 'no-consent':
      return my.noConsent;
    case 'objected':
      return my.objected(day(standing.objection.made_at));
    case 'restricted':
      return my.restricted(day(standing.restriction.since));
    default:
      return standing satisfies never;
  }
}

/** Categories of the purpose that hold something of the person, as links to it. */
const DataOf: FC<Omit<SectionProps, 'standing'>> = ({ frame, purpose, counts }) => {
  const { policy, language } = frame;
  const names = [...new Set([...purpose.uses, ...purpose.records])].filter((name) => (counts.get(name) ?? 0) > 0);
  if (names.length === 0) return <>{textsIn(language).my.noData}</>;
  return (
    <ul class="inline-list">
      {names.map((name) => (
        <li>
          <a class="ds-link" href={`${myAddress(frame, 'myData')}#${name}`}>
            {policy.categories[name]?.label[language]}
          </a>
        </li>
      ))}
    </ul>
  );
};

const ProfilingFacts: FC<{ policy: Policy; language: Language; profiling: Profiling }> = (props) => {
  const { policy, language, profiling } = props;
  const { my } = textsIn(language);
  const from = profiling.from.map((name) => policy.categories[name]?.label[language] ?? name);
  return (
    <>
      <h3>{my.profiling}</h3>
      <dl class="facts indented">
        <Fact term={my.infers} text={profiling.infers[language]} />
        <Fact term={my.from} text={from.join(', ')} />
        <Fact term={my.effect} text={profiling.effect[language]} />
      </dl>
      <p>{profiling.automatedDecision ? my.automated : my.notAutomated}</p>
    </>
  );
};

const BalancingFacts: FC<{ label: string; language: Language; balancing: Balancing }> = (props) => {
  const { label, language, balancing } = props;
  const { my } = textsIn(language);
  return (
    <details>
      <summary aria-label={`${label}: ${my.balancing}`}>{my.balancing}</summary>
      <dl class="facts">
        <Fact term={my.interest} text={balancing.interest[language]} />
        <Fact term={my.necessity} text={balancing.necessity[language]} />
        <Fact term={my.outcome} text={balancing.outcome[language]} />
      </dl>
      {balancing.assessedOn === null ? null : (
        <p class="hint">{my.assessedOn(dateInWords(balancing.assessedOn, language))}</p>
      )}
    </details>
  );
};

const Fact: FC<{ term: string; text: string }> = ({ term, text }) => (
  <div>
    <dt>{term}</dt>
    <dd>{`${text.charAt(0).toUpperCase()}${text.slice(1)}`}</dd>
  </div>
);
