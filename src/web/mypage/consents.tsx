/** What somebody has said yes and no to, with the words; a yes is given and taken back here with one button each. */
import type { FC } from 'hono/jsx';
import { consentTextHash, purposesAbout } from '../../enforcement/index.ts';
import type { DataSubjectKind, Policy, Purpose } from '../../policy/index.ts';
import { type Choices, type ConsentRecord, consentInForce } from '../../records/index.ts';
import { addressOf } from '../addresses.ts';
import { textsIn } from '../texts/index.ts';
import { wordOfValue } from '../texts/values.ts';
import { type MyFrame, myAddress } from './my-frame.tsx';
import { MyLayout, PrivacyContact } from './my-layout.tsx';
import type { OwnAddress } from './reading.ts';
import { dayInWords, inSentence } from './value-in-words.ts';

/** The purposes for which such people are asked. */
export const consentPurposes = (policy: Policy, kinds: readonly DataSubjectKind[]): readonly Purpose[] =>
  purposesAbout(policy, kinds).filter(({ consentText }) => consentText !== null);

interface ConsentsProps {
  readonly frame: MyFrame;
  readonly kinds: readonly DataSubjectKind[];
  readonly choices: Choices;
  /** Null where none is registered. */
  readonly address: OwnAddress | null;
  /** The purpose that was just answered; what is said of it is how it stands, whatever the address claims. */
  readonly done: string | null;
}

export const ConsentsPage: FC<ConsentsProps> = ({ frame, kinds, choices, address, done }) => {
  const { language } = frame;
  const { my } = textsIn(language);
  const asked = consentPurposes(frame.policy, kinds);
  const answered = asked.find(({ name }) => name === done);
  return (
    <MyLayout frame={frame} page="myConsents" title={my.consentsQuestion} lead={my.consentsLead}>
      {answered === undefined ? null : (
        <div class="ds-alert" data-color="success" role="status">
          <p>
            <strong>{answered.label[language]}</strong>.{' '}
            {consentInForce(choices, answered.name) === null ? my.withdrawn : my.given}
          </p>
        </div>
      )}
      {asked.length === 0 ? <p>{my.nothingToConsent}</p> : null}
      {asked.map((purpose) => (
        <ConsentSection frame={frame} purpose={purpose} choices={choices} address={address} />
      ))}
      {asked.length === 0 ? null : (
        <p>
          <a class="ds-link" href={addressOf('privacy', language)}>
            {textsIn(language).noticeLink}
          </a>
        </p>
      )}
      <Objections frame={frame} choices={choices} />
      <Restrictions frame={frame} choices={choices} />
      <p>
        {my.howToSayNo} <PrivacyContact policy={frame.policy} />
      </p>
    </MyLayout>
  );
};

interface SectionProps {
  readonly frame: MyFrame;
  readonly purpose: Purpose;
  readonly choices: Choices;
  readonly address: OwnAddress | null;
}

const ConsentSection: FC<SectionProps> = ({ frame, purpose, choices, address }) => {
  const { language } = frame;
  const { my } = textsIn(language);
  const { name, label, description, consentText } = purpose;
  const given = consentInForce(choices, name);
  const earlier = choices.consents.filter((one) => one.purpose === name && one !== given);
  return (
    <section class="my-category" id={name} aria-labelledby={`consent-${name}`}>
      <h2 id={`consent-${name}`}>{label[language]}</h2>
      <p>{description[language]}</p>
      <p class="standing">
        <span class="ds-tag" data-color={given === null ? 'neutral' : 'success'}>
          {given === null ? my.no : my.yes}
        </span>
      </p>
      {given === null ? (
        <figure class="words">
          <figcaption>{my.wordsAsked}</figcaption>
          <blockquote>{consentText?.[language]}</blockquote>
        </figure>
      ) : (
        <Given frame={frame} purpose={purpose} record={given} />
      )}
      <form method="post" action={myAddress(frame, 'myConsents')}>
        <input type="hidden" name="purpose" value={name} />
        <input type="hidden" name="choice" value={given === null ? 'give' : 'withdraw'} />
        <button
          class="ds-button"
          type="submit"
          {...(given === null ? {} : { 'data-variant': 'secondary' })}
          aria-label={given === null ? my.giveLabel(label[language]) : my.withdrawLabel(label[language])}
        >
          {given === null ? my.give : my.withdraw}
        </button>
      </form>
      {given !== null && purpose.directMarketing && address?.confirmed === false ? (
        <Unconfirmed frame={frame} email={address.email} />
      ) : null}
      {earlier.length === 0 ? null : (
        <details>
          <summary aria-label={my.historyOf(label[language])}>{my.history}</summary>
          <ul>
            {earlier.map((record) => (
              <li>{historyInWords(frame, record)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

/** The link that one signs in with shows that the mailbox is theirs; it is mailed as when signing in. */
const Unconfirmed: FC<{ frame: MyFrame; email: string }> = ({ frame, email }) => {
  const { my } = textsIn(frame.language);
  return (
    <div class="ds-alert" data-color="warning">
      <p>{my.addressUnconfirmed(email)}</p>
      <form method="post" action={addressOf('signIn', frame.language)} aria-label={my.confirmAddress}>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="next" value={myAddress(frame, 'myConsents')} />
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {my.confirmAddress}
        </button>
      </form>
    </div>
  );
};

const Given: FC<{ frame: MyFrame; purpose: Purpose; record: ConsentRecord }> = ({ frame, purpose, record }) => {
  const { language } = frame;
  const { my } = textsIn(language);
  // The words that were shown then, where they are still those of the policy.
  const then = purpose.consentText;
  const same = then !== null && consentTextHash(then, record.language) === record.text_hash;
  return (
    <>
      <figure class="words">
        <figcaption>{my.words}</figcaption>
        {same ? <blockquote lang={record.language}>{then[record.language]}</blockquote> : <p>{my.wordsChanged}</p>}
      </figure>
      <p class="hint">
        {my.givenOn(dayInWords(record.given_at, frame), howInWords(frame, 'method', record.method))}{' '}
        {my.besideNotice(record.notice_version)}
      </p>
    </>
  );
};

function historyInWords(frame: MyFrame, record: ConsentRecord): string {
  const { my } = textsIn(frame.language);
  const { given_at, method, withdrawn_at, withdrawn_method } = record;
  const said = my.givenOn(dayInWords(given_at, frame), howInWords(frame, 'method', method));
  if (withdrawn_at === null) return said;
  const how = withdrawn_method === null ? '' : howInWords(frame, 'withdrawn_method', withdrawn_method);
  return `${said} ${my.withdrawnOn(dayInWords(withdrawn_at, frame), how)}`;
}

/** In the middle of a sentence. */
function howInWords({ language }: MyFrame, column: 'method' | 'withdrawn_method', method: string): string {
  return inSentence(wordOfValue(`kept.consent_record.${column}`, method, language) ?? method);
}

const Objections: FC<{ frame: MyFrame; choices: Choices }> = ({ frame, choices }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{my.objections}</h2>
      {choices.objections.length === 0 ? (
        <p>{my.noObjections}</p>
      ) : (
        <ul>
          {choices.objections.map(({ purpose, made_at, method, withdrawn_at }) => (
            <li>
              <strong>{policy.purposes[purpose]?.label[language] ?? my.purposeGone}</strong>.{' '}
              {my.objectedOn(dayInWords(made_at, frame), howInWords(frame, 'method', method))}{' '}
              {withdrawn_at === null ? null : my.withdrawnOn(dayInWords(withdrawn_at, frame), '')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Restrictions: FC<{ frame: MyFrame; choices: Choices }> = ({ frame, choices }) => {
  const { language } = frame;
  const { my } = textsIn(language);
  return (
    <section aria-labelledby="restrictions">
      <h2 id="restrictions">{my.restrictions}</h2>
      {choices.restrictions.length === 0 ? (
        <p>{my.noRestrictions}</p>
      ) : (
        <ul>
          {choices.restrictions.map(({ ground, since, lifted_at }) => (
            <li>
              {wordOfValue('kept.restriction.ground', ground, language)}. {my.since(dayInWords(since, frame))}{' '}
              {lifted_at === null ? null : my.lifted(dayInWords(lifted_at, frame))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
