/** The words of the preference centre on My page in English, with the keys of the bokmål catalogue. */
import type { preferencesNb } from '../nb/preferences.ts';

export const preferencesEn: typeof preferencesNb = {
  myPreferences: 'Preferences',
  preferences: {
    question: 'What are you interested in?',
    lead: 'You choose, and the choice holds from when you save it. We send you offers only if you have said yes to that too.',
    consentGiven: 'You have said yes to offers and news.',
    consentMissing: 'You have not said yes to offers and news, so we send you none.',
    consentLink: 'See and change what you have said yes to',
    language: 'Which language would you like?',
    languages: { nb: 'Norwegian bokmål', en: 'English' },
    topics: 'Topics',
    topicNames: {
      walking: 'Walks in woods and fields',
      mountain: 'The mountains',
      care: 'Care of shoes and boots',
      services: 'Services in the shop',
      food: 'Trail food',
    },
    channel: 'Where would you like it?',
    channels: { mail: 'E-mail', sms: 'SMS' },
    save: 'Save the choices',
    saved: 'The choices are saved and hold now.',
    statedOn: (date) => `Chosen by you on ${date}.`,
    profileQuestion: 'What do we conclude about you?',
    profileNone:
      'Nothing. We conclude something from what you have bought only if you have said yes to offers being adapted to you.',
    profileLead:
      'This is nothing that you have told us. We have concluded it from what you have bought. It only decides which offers you get, and it is deleted as soon as you withdraw your consent.',
    inferred: 'Concluded by us',
    segments: { care: 'Care and maintenance may interest you', services: 'Our services may interest you' },
    segmentProduct: (product) => `${product} may interest you`,
    rules: {
      'ordered-again': 'Because you have ordered it at least twice in two years.',
      'owns-durable-goods': 'Because you have bought something that is meant to last.',
      'uses-services': 'Because you have ordered services at least twice in two years.',
    },
    computedOn: (date) => `Worked out on ${date}.`,
    usedOn: (date) => `Last used on ${date}.`,
    neverUsed: 'Never used.',
    profileOff: 'Turn it off: withdraw the consent',
  },
};
