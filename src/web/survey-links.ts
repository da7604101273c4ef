/** Where a mail about a survey leads: to the question, to saying no, to the notice. */
import type { Language } from '../policy/index.ts';
import { ADDRESSES } from './addresses.ts';

export interface SurveyLinks {
  readonly answer: string;
  readonly stop: string;
  readonly notice: string;
}

export function surveyLinks(baseUrl: URL, language: Language, token: string): SurveyLinks {
  const whole = (page: 'survey' | 'myPurposes' | 'privacy'): string => new URL(ADDRESSES[page][language], baseUrl).href;
  return { answer: `${whole('survey')}?token=${token}`, stop: whole('myPurposes'), notice: whole('privacy') };
}
