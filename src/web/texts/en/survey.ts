/** The words of answering a survey in English. */
import type { surveyNb } from '../nb/survey.ts';

export const surveyEn: typeof surveyNb = {
  survey: 'How did it go?',
  surveyLead:
    'The answer is kept without a name and with no link to you: only the score, what you tick, and the month. So we cannot find it again and change it either.',
  surveyScore: 'How satisfied are you?',
  surveyScores: {
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Neither',
    4: 'Satisfied',
    5: 'Very satisfied',
  },
  surveyReasons: 'What mattered most? Tick what fits.',
  surveyReasonNames: {
    product: 'The goods or the service',
    delivery: 'The delivery',
    price: 'The price',
    service: 'The help I got',
    website: 'The web site',
  },
  surveySend: 'Send the answer',
  surveyFault: 'Choose how satisfied you are, on a scale from 1 to 5.',
  surveyThanks: 'Thank you for the answer',
  surveyThanksNext: 'It helps us put right what is wrong. We will not ask you again for half a year at least.',
  surveyOver: 'The link no longer works',
  surveyOverNext:
    'It has been used, or its time is over. If you want to tell us something all the same, you find e-mail and telephone at the foot of the page.',
  surveyStop: 'Do not ask me again',
};
