/** Until when something is kept, in one line, and rule by rule where one asks. */
import type { FC } from 'hono/jsx';
import type { KeptUntil } from '../../../enforcement/index.ts';
import { dateInWords, durationInWords } from '../../../notice/index.ts';
import type { Frame } from '../../frame.ts';
import { eventInWords } from '../../mypage/category-facts.tsx';
import { officeTextsIn } from '../../texts/office.ts';

interface KeptProps {
  readonly frame: Frame;
  readonly kept: readonly KeptUntil[];
}

/** The last of the dates: only then is the whole row gone. */
const lastDate = (kept: readonly KeptUntil[]): string | null =>
  kept.reduce<string | null>((last, { date }) => (date !== null && (last === null || date > last) ? date : last), null);

export const KeptBriefly: FC<KeptProps> = ({ frame: { language }, kept }) => {
  if (kept.length === 0) return null;
  const texts = officeTextsIn(language);
  const last = lastDate(kept);
  return (
    <span class="kept-until">
      {last === null ? texts.deletionNotSet : texts.deletedAfter(dateInWords(last, language))}
    </span>
  );
};

export const KeptByRules: FC<KeptProps> = ({ frame: { policy, language }, kept }) => {
  if (kept.length === 0) return null;
  const texts = officeTextsIn(language);
  return (
    <div class="kept-rules">
      <p class="label">{texts.keptBecause}</p>
      <ul class="plain">
        {kept.map(({ rule, date }) => (
          <li>
            {rule.label[language]}:{' '}
            {date === null
              ? texts.keptFromEvent(durationInWords(rule.period, language), eventInWords(policy, rule.after, language))
              : texts.keptThrough(dateInWords(date, language))}
          </li>
        ))}
      </ul>
    </div>
  );
};
