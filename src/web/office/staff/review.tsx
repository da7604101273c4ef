/** Going through all access: who has what, which of it they use, and the signature under it. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { type AccessHolder, listingDigest, type ReviewSigned } from '../../../records/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { timeInWords } from '../value.tsx';
import { memberAddress, ReviewState, rolesInWords, untilInWords } from './list.tsx';

export const LONGEST_NOTE = 1000;

interface ReviewProps {
  readonly desk: Desk;
  readonly list: readonly AccessHolder[];
  readonly reviews: readonly ReviewSigned[];
  readonly state: FormState;
  readonly today: string;
}

export const ReviewPage: FC<ReviewProps> = ({ desk, list, reviews, state, today }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officeAccessReview} page="officeStaff">
      <h1>{texts.officeAccessReview}</h1>
      <p class="lead">{texts.reviewLead}</p>
      <ReviewState desk={desk} lastReview={reviews[0] ?? null} today={today} />
      {list.map((holder) => (
        <Holder desk={desk} holder={holder} today={today} />
      ))}
      <h2>{texts.reviewSign}</h2>
      <p>{texts.reviewSignLead(list.length)}</p>
      <OfficeForm desk={desk} state={state} action={deskAddress(desk, 'officeAccessReview')} submit={texts.reviewSign}>
        <HiddenFields fields={{ listing: listingDigest(list) }} />
        <AreaField
          {...{ desk, state }}
          name="note"
          label={texts.reviewNote}
          hint={texts.reviewNoteHint}
          longest={LONGEST_NOTE}
          rows={3}
        />
      </OfficeForm>
      <h2>{texts.reviewEarlier}</h2>
      <EarlierReviews desk={desk} reviews={reviews} />
    </DeskPage>
  );
};

const Holder: FC<{ desk: Desk; holder: AccessHolder; today: string }> = ({ desk, holder, today }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { roles, until, used } = texts.staffColumns;
  const given = Object.values(policy.purposes).filter((purpose) =>
    purpose.roles.some((role) => holder.roles.includes(role)),
  );
  return (
    <section class="ds-card thing" aria-labelledby={`holder-${holder.staffId}`}>
      <h2 id={`holder-${holder.staffId}`}>{holder.name}</h2>
      <dl class="facts">
        <div>
          <dt>{roles}</dt>
          <dd>{rolesInWords(holder.roles, desk)}</dd>
        </div>
        <div>
          <dt>{until}</dt>
          <dd>{untilInWords(holder, desk, today)}</dd>
        </div>
        <div>
          <dt>{used}</dt>
          <dd>
            {holder.lastUsedAt === null ? texts.staffNeverUsed : timeInWords(holder.lastUsedAt, policy, language)}
          </dd>
        </div>
      </dl>
      <p class="label">{texts.reviewPurposes}</p>
      <ul class="plain purposes-used">
        {given.map(({ name, label }) => (
          <li>
            {label[language]}: {usedInWords(holder.used.get(name), desk)}
          </li>
        ))}
      </ul>
      <p>
        <a
          class="ds-link"
          href={memberAddress(desk, holder.staffId)}
          aria-label={`${texts.reviewEdit}: ${holder.name}`}
        >
          {texts.reviewEdit}
        </a>
      </p>
    </section>
  );
};

function usedInWords(day: string | undefined, { frame: { language } }: Desk) {
  const texts = officeTextsIn(language);
  return day === undefined ? <strong>{texts.reviewUnused}</strong> : texts.reviewUsed(dateInWords(day, language));
}

const EarlierReviews: FC<{ desk: Desk; reviews: readonly ReviewSigned[] }> = ({ desk, reviews }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  if (reviews.length === 0) return <p>{texts.reviewNoneYet}</p>;
  return (
    <ul class="looks">
      {reviews.map(({ signedAt, signer, staffCount, note }) => (
        <li>
          {timeInWords(signedAt, policy, language)}: {signer ?? texts.somebodyDeleted}, {texts.reviewOf(staffCount)}
          {note === null ? null : <span class="hint block">{note}</span>}
        </li>
      ))}
    </ul>
  );
};
