/** Satisfaction surveys: what is asked, when somebody may be asked, and what of the answers is told. Pure. */
import { SMALLEST_GROUP } from '../../enforcement/index.ts';

export const SCORES = [1, 2, 3, 4, 5] as const;
/** What mattered, to tick; there is no field to write in, so no answer can say who gave it. */
export const REASONS = ['product', 'delivery', 'price', 'service', 'website'] as const;
export type Reason = (typeof REASONS)[number];

/** Months between two invitations to one person, at least; days after a delivery; days that the link lasts. */
export const MONTHS_BETWEEN = 6;
export const ASKED_AFTER_DAYS = 3;
export const ASKED_BEFORE_DAYS = 30;
export const LINK_DAYS = 30;

export interface AnswerTyped {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Null where no score was chosen, or something that is not offered was sent. */
export function readAnswer(score: string, reasons: readonly string[]): AnswerTyped | null {
  const chosen = SCORES.find((one) => String(one) === score);
  const known = REASONS.filter((reason) => reasons.includes(reason));
  if (chosen === undefined || known.length !== new Set(reasons).size) return null;
  return { score: chosen, reasons: known };
}

export interface MonthOfAnswers {
  /** The first day of the month. */
  readonly month: string;
  /** Null where too few answered to tell of it. */
  readonly told: {
    readonly answers: number;
    /** One decimal. */
    readonly average: number;
    /** Those that at least `SMALLEST_GROUP` ticked, with how many did. */
    readonly reasons: ReadonlyMap<Reason, number>;
  } | null;
}

export interface AnswerCounts {
  readonly month: string;
  readonly answers: number;
  readonly sum: number;
  readonly reasons: Readonly<Record<Reason, number>>;
}

/** How many gave each score is not told: with the average it would be, of a few. */
export function tellMonth({ month, answers, sum, reasons }: AnswerCounts): MonthOfAnswers {
  if (answers < SMALLEST_GROUP) return { month, told: null };
  const enough = REASONS.filter((reason) => reasons[reason] >= SMALLEST_GROUP);
  return {
    month,
    told: {
      answers,
      average: Math.round((sum / answers) * 10) / 10,
      reasons: new Map(enough.map((reason) => [reason, reasons[reason]])),
    },
  };
}
