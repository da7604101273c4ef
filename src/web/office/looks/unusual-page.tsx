/** Days of looking at people that were out of the ordinary: the figure, what is usual, and what came of asking. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { LONGEST_FINDING_NOTE, type LookFinding } from '../../../records/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { timeInWords } from '../value.tsx';
import { logAddress } from './log-page.tsx';
import { LooksMenu } from './looks-menu.tsx';

interface UnusualProps {
  readonly desk: Desk;
  readonly findings: readonly LookFinding[];
  readonly staff: ReadonlyMap<string, string>;
  /** What was typed to a finding and refused, by its key. */
  readonly state: FormState;
}

export const UnusualPage: FC<UnusualProps> = (props) => {
  const { desk, findings } = props;
  const texts = officeTextsIn(desk.frame.language);
  const open = findings.filter(({ lookedInto }) => lookedInto === null);
  const done = findings.filter(({ lookedInto }) => lookedInto !== null);
  return (
    <DeskPage desk={desk} title={texts.officeUnusualLooks} page="officeAccessLog">
      <h1>{texts.officeUnusualLooks}</h1>
      <LooksMenu desk={desk} page="officeUnusualLooks" />
      <p class="lead">{texts.unusualLead}</p>
      <h2>{texts.unusualOpen}</h2>
      {open.length === 0 ? <p>{texts.unusualNone}</p> : null}
      {open.map((finding) => (
        <OneFinding {...props} finding={finding} />
      ))}
      {done.length === 0 ? null : (
        <details>
          <summary>
            {texts.unusualDone} ({done.length})
          </summary>
          {done.map((finding) => (
            <OneFinding {...props} finding={finding} />
          ))}
        </details>
      )}
    </DeskPage>
  );
};

const OneFinding: FC<UnusualProps & { finding: LookFinding }> = (props) => {
  const { desk, finding, staff } = props;
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { findingId, kind, day, figure, usual, threshold, staffId, lookedInto } = finding;
  const name = staff.get(staffId) ?? texts.logFormerStaff;
  const number = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { maximumFractionDigits: 1 });
  const times = number.format(policy.security.unusualLooks.timesUsual);
  return (
    <section class="ds-card thing" aria-labelledby={`finding-${findingId}`}>
      <h3 id={`finding-${findingId}`}>{texts.unusualKinds[kind]}</h3>
      <p>
        <strong>{texts.unusualSays[kind](name, dateInWords(day, language), figure)}</strong>{' '}
        {kind === 'same-surname'
          ? null
          : usual === null
            ? texts.unusualNoUsual
            : texts.unusualUsual(number.format(usual))}
      </p>
      <p class="hint">{texts.unusualWhy[kind](threshold, times)}</p>
      <p>
        <a class="ds-link" href={logAddress(desk, `staff=${staffId}&from=${day}&until=${day}`)}>
          {texts.unusualLog}
        </a>
      </p>
      {lookedInto === null ? (
        <NoteForm {...props} />
      ) : (
        <>
          <p class="label">
            {texts.unusualBy(
              timeInWords(lookedInto.at, policy, language),
              staff.get(lookedInto.by ?? '') ?? texts.logFormerStaff,
            )}
          </p>
          <p>{lookedInto.note}</p>
        </>
      )}
    </section>
  );
};

const NoteForm: FC<UnusualProps & { finding: LookFinding }> = ({ desk, finding: { findingId }, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const id = `note-${findingId}`;
  const fault = state.faults[findingId];
  const described = fault === undefined ? `${id}-hint` : `${id}-hint ${id}-fault`;
  return (
    <form method="post" action={deskAddress(desk, 'officeUnusualLooks')} class="office-form" novalidate>
      <HiddenFields fields={{ finding: findingId }} />
      <div class="field">
        <label class="ds-label" for={id}>
          {texts.unusualNote}
        </label>
        <p class="hint" id={`${id}-hint`}>
          {texts.unusualNoteHint}
        </p>
        {fault === undefined ? null : (
          <p class="fault" id={`${id}-fault`} role="alert">
            {fault}
          </p>
        )}
        <textarea
          class="ds-input"
          id={id}
          name="note"
          rows={2}
          maxlength={LONGEST_FINDING_NOTE}
          required
          aria-describedby={described}
          {...(fault === undefined ? {} : { 'aria-invalid': 'true', autofocus: true })}
        >
          {state.values[findingId] ?? ''}
        </textarea>
      </div>
      <div class="buttons">
        <button class="ds-button" data-variant="secondary" type="submit">
          {texts.unusualMark}
        </button>
      </div>
    </form>
  );
};
