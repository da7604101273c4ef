/** The words of figures and of customer surveys in English. */
import type { officeFiguresNb } from '../nb/office-figures.ts';

export const officeFiguresEn: typeof officeFiguresNb = {
  figuresSmall: (least: number) =>
    `Where it says "<${least}" there are fewer than ${least} behind the figure, or nobody. Totals are of what is shown, so that nothing can be worked out by subtracting.`,
  figuresUnder: (least: number) => `<${least}`,
  figuresProduct: 'Goods or service',
  figuresTotal: 'Total of what is shown',
  figuresNothing: 'No group is large enough to show yet.',
  figuresChart: 'The last twelve months together, by product',
  figuresOpen: 'Table month by month',
  salesLead:
    'Units sold by month. Only figures from five customers or more are shown, and no customer can be seen here.',
  salesChart: 'Units sold by product',
  usageLead:
    'How many have used each product, counted as people a day. Each has a code in place of a name, made with a key that exists on that day only and only in memory. None leads back to anybody, and whoever has objected is not counted.',
  usageKinds: { viewed: 'Looked at', ordered: 'Ordered', searched: 'Searched for', supported: 'Asked about' },
  usageKind: 'Kind of use',
  usageChart: (kind: string) => `People a day by product: ${kind.toLowerCase()}`,

  surveysLead:
    'After a delivery a customer may be asked how it went: at most once every half year, never whoever said no, and without advertising. Answers bear no name and have no link to the invitation.',
  surveyNow: 'The question in use',
  surveyNoneNow: 'No survey is in use. Then nobody is asked.',
  surveyStopAll: 'Stop asking',
  surveyStopped: 'Nobody is asked any more.',
  surveyNew: 'Put a new question into use',
  surveyName: 'Name of the survey',
  surveyNameHint: 'Only you see it.',
  surveyQuestionNb: 'The question in bokmål',
  surveyQuestionEn: 'The question in English',
  surveyQuestionHint: 'One question that can be answered from very dissatisfied to very satisfied. No advertising.',
  surveyStart: 'Put into use',
  surveyStarted: 'The question is in use. Invitations are sent every night.',
  surveyMonth: 'Month',
  surveyAnswers: 'Answers',
  surveyAverage: 'Average of 1 to 5',
  surveyTicked: 'What mattered most',
  surveyNoAnswers: 'No answers yet.',
  surveyChart: 'Average by month',
  surveyFaults: {
    name: 'Write a name of 100 characters at most.',
    questionNb: 'Write the question in bokmål, 300 characters at most.',
    questionEn: 'Write the question in English, 300 characters at most.',
  },
};
