/** One promise: its sentence in the notice, whether it holds, and what each control found, where and when. */
import type { FC } from 'hono/jsx';
import type {
  ControlReport,
  ControlStatus,
  Evidence,
  PromiseReport,
  PromiseStatus,
} from '../../../enforcement/index.ts';
import type { Frame } from '../../frame.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { timeInWords } from '../value.tsx';
import { ageInDays } from './staleness.ts';

const COLOUR = { holds: 'success', broken: 'danger', none: 'neutral', 'not-run': 'warning', 'not-built': 'neutral' };

export const Status: FC<{ status: PromiseStatus | ControlStatus; texts: OfficeTexts }> = ({ status, texts }) => (
  <span class="ds-tag" data-color={COLOUR[status]}>
    {texts.statuses[status]}
  </span>
);

interface PromiseProps {
  readonly frame: Frame;
  readonly promise: PromiseReport;
  /** Null where the notice in force does not carry the promise. */
  readonly sentence: string | null;
  readonly now: Date;
}

export const PromiseCard: FC<PromiseProps> = ({ frame, promise, sentence, now }) => {
  const texts = officeTextsIn(frame.language);
  return (
    <article class="ds-card promise" id={promise.id} aria-labelledby={`${promise.id}-title`}>
      <h3 id={`${promise.id}-title`}>
        <a class="ds-link" href={`#${promise.id}`}>
          {promise.id}
        </a>{' '}
        {promise.label[frame.language]}
      </h3>
      <p>
        <Status status={promise.status} texts={texts} />
      </p>
      {sentence === null ? null : <blockquote>{sentence}</blockquote>}
      <ul class="controls" aria-label={texts.controls}>
        {promise.controls.map((control) => (
          <ControlItem frame={frame} control={control} now={now} />
        ))}
      </ul>
    </article>
  );
};

const ControlItem: FC<{ frame: Frame; control: ControlReport; now: Date }> = ({ frame, control, now }) => {
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  const { name, label, status, evidence, checkedAt } = control;
  const age = checkedAt === null ? 0 : ageInDays(checkedAt, now);
  return (
    <li>
      <p>
        <strong>{label?.[language] ?? name}</strong> <Status status={status} texts={texts} />
      </p>
      <p>{evidence === null ? texts.notBuiltNext : evidence.summary[language]}</p>
      {checkedAt === null ? null : (
        <p class="hint">
          {texts.checkedAt} {timeInWords(checkedAt, policy, language)}
          {age === 0 ? null : ` · ${texts.staleRun(age)}`}
        </p>
      )}
      {evidence === null ? null : <Found evidence={evidence} name={label?.[language] ?? name} texts={texts} />}
    </li>
  );
};

/** Facts and places are keys and counts, never values of people. */
const Found: FC<{ evidence: Evidence; name: string; texts: OfficeTexts }> = ({ evidence, name, texts }) => {
  const facts = Object.entries(evidence.facts);
  const { places } = evidence;
  if (facts.length === 0 && places.length === 0) return null;
  return (
    <details open={places.length > 0}>
      <summary aria-label={`${name}: ${texts.facts}`}>{texts.facts}</summary>
      {facts.length === 0 ? null : (
        <dl class="facts">
          {facts.map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {places.length === 0 ? null : (
        <>
          <p class="hint">{texts.places}:</p>
          <ul class="plain">
            {places.map((place) => (
              <li>
                <code>{place}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
};
