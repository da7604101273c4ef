/**
 * Words that suggest that a text tells of health, belief, politics, union membership, origin, sex life or crime (Art. 9
 * and 10). A list of words is no judgement: it warns whoever is about to keep the text, and refuses nothing. Pure.
 */
import type { LocalizedText } from '../../policy/index.ts';

export type SpecialCategory = 'health' | 'belief' | 'politics' | 'union' | 'origin' | 'sex-life' | 'convictions';

export const SPECIAL_CATEGORIES: Readonly<Record<SpecialCategory, LocalizedText>> = {
  health: { nb: 'helse', en: 'health' },
  belief: { nb: 'tro eller livssyn', en: 'religion or belief' },
  politics: { nb: 'politisk syn', en: 'political opinion' },
  union: { nb: 'fagforening', en: 'trade union' },
  origin: { nb: 'etnisk opprinnelse', en: 'ethnic origin' },
  'sex-life': { nb: 'seksuelle forhold', en: 'sex life' },
  convictions: { nb: 'straffbare forhold', en: 'criminal offences' },
};

/** Beginnings of words; a word on its own ends with `$`. Chosen so that ordinary words of trade do not begin so. */
const WORDS: Readonly<Record<SpecialCategory, readonly string[]>> = {
  health: [
    ...['sykdom', 'sykmeld', 'diagnose', 'kreft$', 'kreften', 'kreftsyk', 'diabet', 'depresjon', 'angstlid', 'psykisk'],
    ...['psykiat', 'gravid', 'abort$', 'aborten', 'allergi', 'astma', 'epilep', 'funksjonshem', 'funksjonsnedset'],
    ...['rullestol', 'uføretrygd', 'ufør$', 'medisin$', 'medisiner', 'innlagt på sykehus', 'sykehus', 'legeerklær'],
    ...['operert', 'hiv$', 'demens', 'adhd$', 'illness', 'disease', 'sick leave', 'cancer', 'depression', 'psychiatr'],
    ...['mental health', 'pregnan', 'abortion', 'allergic', 'asthma', 'disabled', 'disability', 'wheelchair'],
    ...['medication', 'hospitali', 'surgery', 'dementia'],
  ],
  belief: [
    ...['muslim', 'islam$', 'kristen$', 'kristne$', 'katolikk', 'jødisk', 'jøde$', 'hindu$', 'buddhist', 'ateist'],
    ...['human-etiker', 'jehovas', 'menighet', 'christian$', 'catholic', 'jewish', 'atheist', 'congregation'],
  ],
  politics: [
    ...[
      'høyrevelger',
      'venstrevelger',
      'partimedlem',
      'partiet mitt',
      'stemmer på',
      'politisk syn',
      'politisk overbev',
    ],
    ...['party member', 'political opinion', 'political view', 'i vote for'],
  ],
  union: ['fagforening', 'fagorganisert', 'tillitsvalgt', 'trade union', 'union member', 'shop steward'],
  origin: [
    ...['etnisk', 'etnisitet', 'samisk opprinnelse', 'romfolk', 'hudfarge', 'asylsøker', 'flyktning', 'ethnic'],
    ...['skin colo', 'asylum seeker', 'refugee'],
  ],
  'sex-life': [
    ...['homofil', 'lesbisk', 'biseksuell', 'transperson', 'transkjønn', 'seksuell legning', 'gay$', 'lesbian'],
    ...['bisexual', 'transgender', 'sexual orientation'],
  ],
  convictions: [
    ...['straffedømt', 'domfelt', 'i fengsel', 'fengselsstraff', 'politianmeld', 'rulleblad', 'convicted', 'in prison'],
    ...['criminal record'],
  ],
};

const PATTERNS = Object.entries(WORDS).map(([category, words]) => ({
  // The keys are those of the list above.
  category: category as SpecialCategory,
  pattern: new RegExp(`(?<![\\p{L}])(?:${words.map(asPattern).join('|')})`, 'iu'),
}));

function asPattern(word: string): string {
  const [, text = '', end] = /^(.*?)(\$?)$/.exec(word) ?? [];
  return `${text.replaceAll(' ', '\\s+')}${end === '$' ? '(?![\\p{L}])' : ''}`;
}

/** For Postgres: texts that hold none of the words need not be looked at further. It holds no quote. */
export const SPECIAL_CANDIDATE = Object.values(WORDS)
  .flat()
  .map((word) => word.replace('$', '').replaceAll(' ', '\\\\s+'))
  .join('|');

/** What a text seems to tell of; none where nothing does. */
export const specialCategoriesIn = (text: string): readonly SpecialCategory[] =>
  PATTERNS.flatMap(({ category, pattern }) => (pattern.test(text) ? [category] : []));
