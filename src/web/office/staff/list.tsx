/** Who works here: who has access now, until when, when they last used it, and when all that was last gone through. */
import type { FC } from 'hono/jsx';
import { accessReviewDue } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import { dayOf, isInForce, type ReviewSigned, type StaffMember } from '../../../records/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { timeInWords } from '../value.tsx';

interface StaffListProps {
  readonly desk: Desk;
  readonly staff: readonly StaffMember[];
  readonly lastReview: ReviewSigned | null;
  /** The day where the company is. */
  readonly today: string;
}

export const StaffListPage: FC<StaffListProps> = ({ desk, staff, lastReview, today }) => {
  const texts = officeTextsIn(desk.frame.language);
  const inForce = staff.filter((member) => isInForce(member, today));
  const others = staff.filter((member) => !isInForce(member, today));
  return (
    <DeskPage desk={desk} title={texts.officeStaff} page="officeStaff">
      <h1>{texts.officeStaff}</h1>
      <p class="lead">{texts.staffLead}</p>
      <ReviewState desk={desk} lastReview={lastReview} today={today} />
      <p class="buttons">
        <a class="ds-button" href={deskAddress(desk, 'officeNewStaff')}>
          {texts.officeNewStaff}
        </a>
        <a class="ds-button" data-variant="secondary" href={deskAddress(desk, 'officeDisclosures')}>
          {texts.officeDisclosures}
        </a>
      </p>
      <h2>{texts.staffInForce}</h2>
      <StaffTable desk={desk} staff={inForce} caption={texts.staffInForce} today={today} />
      {others.length === 0 ? null : (
        <details>
          <summary>
            {texts.staffWithout} ({others.length})
          </summary>
          <StaffTable desk={desk} staff={others} caption={texts.staffWithout} today={today} />
        </details>
      )}
    </DeskPage>
  );
};

export const ReviewState: FC<Omit<StaffListProps, 'staff'>> = ({ desk, lastReview, today }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const signedOn = lastReview === null ? null : dayOf(lastReview.signedAt, policy);
  const due = accessReviewDue(policy, signedOn);
  const overdue = due !== null && due < today;
  return (
    <div class="ds-alert" data-color={overdue ? 'danger' : 'info'}>
      <p>
        {signedOn === null
          ? texts.reviewNever
          : texts.reviewLast(dateInWords(signedOn, language), lastReview?.signer ?? texts.somebodyDeleted)}{' '}
        {due === null ? null : (overdue ? texts.reviewOverdue : texts.reviewDue)(dateInWords(due, language))}
      </p>
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeAccessReview')}>
          {texts.reviewNow}
        </a>
      </p>
    </div>
  );
};

interface StaffTableProps {
  readonly desk: Desk;
  readonly staff: readonly StaffMember[];
  readonly caption: string;
  readonly today: string;
}

const StaffTable: FC<StaffTableProps> = ({ desk, staff, caption, today }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { name, roles, until, used } = texts.staffColumns;
  if (staff.length === 0) return <p>{texts.staffNobody}</p>;
  return (
    <table class="ds-table lines">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {[name, roles, until, used].map((label) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {staff.map((member) => (
          <tr>
            <th scope="row">
              <a class="ds-link" href={memberAddress(desk, member.staffId)}>
                {member.name}
              </a>
            </th>
            <td data-label={roles}>{rolesInWords(member.roles, desk)}</td>
            <td data-label={until}>{untilInWords(member, desk, today)}</td>
            <td data-label={used}>
              {member.lastUsedAt === null ? texts.staffNeverUsed : timeInWords(member.lastUsedAt, policy, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const memberAddress = ({ frame, purpose }: Desk, staffId: string): string =>
  withPurpose(`${ADDRESSES.officeStaff[frame.language]}/${staffId}`, purpose?.name ?? null);

export const rolesInWords = (roles: readonly string[], { frame: { policy, language } }: Desk): string =>
  roles.map((role) => policy.roles[role]?.label[language] ?? role).join(', ');

/** Days from which a last day is told in days left. */
const SOON = 14;

export function untilInWords({ leftAt, accessUntil }: StaffMember, { frame }: Desk, today: string): string {
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  if (leftAt !== null) return texts.staffLeft(dateInWords(dayOf(leftAt, policy), language));
  if (accessUntil === null) return texts.staffForever;
  const day = dateInWords(accessUntil, language);
  if (accessUntil < today) return texts.staffExpired(day);
  const left = Math.round((Date.parse(accessUntil) - Date.parse(today)) / 86_400_000);
  return left > SOON ? day : `${day} – ${texts.staffEndsSoon(left)}`;
}
