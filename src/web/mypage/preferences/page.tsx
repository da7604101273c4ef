/** The preference centre: language, topics and channel as one states them, and beside them what was concluded by us. */
import type { FC } from 'hono/jsx';
import {
  CHANNELS,
  channelOf,
  isInterested,
  type Preferences,
  type ShownPattern,
  skuOfSegment,
  TOPICS,
} from '../../../register/index.ts';
import { textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';
import { dayInWords } from '../value-in-words.ts';

export interface PreferencesProps {
  readonly frame: MyFrame;
  readonly preferences: Preferences;
  readonly patterns: readonly ShownPattern[];
  /** Names by article number. */
  readonly products: ReadonlyMap<string, string>;
  readonly consents: { readonly marketing: boolean };
  readonly saved: boolean;
}

export const PreferencesPage: FC<PreferencesProps> = (props) => {
  const { frame, consents, saved } = props;
  const { preferences: texts } = textsIn(frame.language);
  return (
    <MyLayout frame={frame} page="myPreferences" title={texts.question} lead={texts.lead}>
      {saved ? (
        <div class="ds-alert" data-color="success" role="status">
          <p>{texts.saved}</p>
        </div>
      ) : null}
      <p>
        {consents.marketing ? texts.consentGiven : texts.consentMissing}{' '}
        <a class="ds-link" href={myAddress(frame, 'myConsents')}>
          {texts.consentLink}
        </a>
      </p>
      <Choices {...props} />
      <Profile {...props} />
    </MyLayout>
  );
};

const Choices: FC<PreferencesProps> = ({ frame, preferences }) => {
  const { preferences: texts } = textsIn(frame.language);
  const newest = preferences.stated
    .filter(({ source }) => source === 'stated')
    .reduce<Date | null>((last, { setAt }) => (last === null || setAt > last ? setAt : last), null);
  return (
    <form method="post" action={myAddress(frame, 'myPreferences')}>
      <fieldset>
        <legend>{texts.language}</legend>
        {(['nb', 'en'] as const).map((language) => (
          <label class="choice">
            <input
              {...{ class: 'ds-input', type: 'radio', name: 'language', value: language }}
              checked={preferences.language === language}
            />
            {texts.languages[language]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.topics}</legend>
        {TOPICS.map((topic) => (
          <label class="choice">
            <input
              {...{ class: 'ds-input', type: 'checkbox', name: `topic-${topic}`, value: 'yes' }}
              checked={isInterested(preferences, topic)}
            />
            {texts.topicNames[topic]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.channel}</legend>
        {CHANNELS.map((channel) => (
          <label class="choice">
            <input
              {...{ class: 'ds-input', type: 'radio', name: 'channel', value: channel }}
              checked={channelOf(preferences) === channel}
            />
            {texts.channels[channel]}
          </label>
        ))}
      </fieldset>
      {newest === null ? null : <p class="hint">{texts.statedOn(dayInWords(newest, frame))}</p>}
      <div>
        <button class="ds-button" type="submit">
          {texts.save}
        </button>
      </div>
    </form>
  );
};

/** Profiling told of in words (Art. 13(2)(f)): what, from which rule, when it was used, and how to turn it off. */
const Profile: FC<PreferencesProps> = ({ frame, patterns, products }) => {
  const { preferences: texts } = textsIn(frame.language);
  const rules: Readonly<Record<string, string>> = texts.rules;
  const segments: Readonly<Record<string, string>> = texts.segments;
  const inWords = (segment: string): string => {
    const sku = skuOfSegment(segment);
    return sku === null ? (segments[segment] ?? segment) : texts.segmentProduct(products.get(sku) ?? sku);
  };
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{texts.profileQuestion}</h2>
      <p>{patterns.length === 0 ? texts.profileNone : texts.profileLead}</p>
      <ul class="my-patterns">
        {patterns.map(({ segment, rule, computedAt, lastUsedAt }) => (
          <li>
            <strong>{inWords(segment)}</strong> <span class="ds-tag">{texts.inferred}</span>
            <br />
            {rules[rule] ?? rule} {texts.computedOn(dayInWords(computedAt, frame))}{' '}
            {lastUsedAt === null ? texts.neverUsed : texts.usedOn(dayInWords(lastUsedAt, frame))}
          </li>
        ))}
      </ul>
      {patterns.length === 0 ? null : (
        <p>
          <a class="ds-link" href={`${myAddress(frame, 'myConsents')}#marketing-profiling`}>
            {texts.profileOff}
          </a>
        </p>
      )}
    </section>
  );
};
