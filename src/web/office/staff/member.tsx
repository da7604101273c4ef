/** One member of staff: what their roles give, until when, and the end of their access. Also the page for a new one. */
import type { FC } from 'hono/jsx';
import type { StaffRole } from '../../../policy/index.ts';
import { LONGEST_NEED, LONGEST_STAFF_NAME, occasionalRecipients, type StaffMember } from '../../../records/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, DateField, SelectField, TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { memberAddress, untilInWords } from './list.tsx';

interface MemberProps {
  readonly desk: Desk;
  /** Null for somebody new. */
  readonly member: StaffMember | null;
  readonly state: FormState;
  /** Roles that are marked. */
  readonly marked: readonly string[];
  readonly today: string;
}

export const MemberPage: FC<MemberProps> = ({ desk, member, state, marked, today }) => {
  const texts = officeTextsIn(desk.frame.language);
  const title = member?.name ?? texts.officeNewStaff;
  const gone = member !== null && (member.leftAt !== null || (member.accessUntil ?? today) < today);
  return (
    <DeskPage desk={desk} title={title} page="officeStaff">
      <h1>{title}</h1>
      {member === null ? null : (
        <p class="lead">
          {member.email} · {untilInWords(member, desk, today)}
        </p>
      )}
      <OfficeForm
        desk={desk}
        state={state}
        action={member === null ? deskAddress(desk, 'officeNewStaff') : memberAddress(desk, member.staffId)}
        submit={member === null ? texts.staffAdd : gone ? texts.staffAgain : texts.staffSave}
        cancel={deskAddress(desk, 'officeStaff')}
      >
        <TextField {...{ desk, state }} name="name" label={texts.staffName} longest={LONGEST_STAFF_NAME} required />
        {member === null ? (
          <TextField
            {...{ desk, state }}
            name="email"
            type="email"
            label={texts.staffEmail}
            hint={texts.staffEmailHint}
            required
          />
        ) : null}
        <RolesField desk={desk} state={state} marked={marked} />
        <DateField {...{ desk, state }} name="until" label={texts.staffUntil} hint={texts.staffUntilHint} min={today} />
        <NeedFields desk={desk} state={state} />
      </OfficeForm>
      {member === null || gone ? null : <EndOfAccess desk={desk} member={member} />}
    </DeskPage>
  );
};

const RolesField: FC<{ desk: Desk; state: FormState; marked: readonly string[] }> = ({ desk, state, marked }) => {
  const texts = officeTextsIn(desk.frame.language);
  const fault = state.faults.roles;
  return (
    <fieldset
      class="field"
      id="roles"
      tabindex={-1}
      aria-describedby={fault === undefined ? 'roles-hint' : 'roles-hint roles-fault'}
    >
      <legend>{texts.staffRoles}</legend>
      <p class="hint" id="roles-hint">
        {texts.staffRolesHint}
      </p>
      {fault === undefined ? null : (
        <p class="fault" id="roles-fault">
          {fault}
        </p>
      )}
      <div class="role-choices">
        {Object.values(desk.frame.policy.roles).map((role) => (
          <RoleChoice desk={desk} role={role} checked={marked.includes(role.name)} />
        ))}
      </div>
    </fieldset>
  );
};

const RoleChoice: FC<{ desk: Desk; role: StaffRole; checked: boolean }> = ({ desk, role, checked }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const gives = Object.values(policy.purposes).filter(({ roles }) => roles.includes(role.name));
  return (
    <label class="choice">
      <input class="ds-input" type="checkbox" name="roles" value={role.name} checked={checked} />
      <span>
        {role.label[language]}
        {role.temporary ? ` (${texts.staffTemporary})` : ''}
        <span class="hint block">{gives.map(({ label }) => label[language]).join(' · ')}</span>
      </span>
    </label>
  );
};

const NeedFields: FC<{ desk: Desk; state: FormState }> = ({ desk, state }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  if (!Object.values(policy.roles).some(({ temporary }) => temporary)) return null;
  const options = occasionalRecipients(policy).map((name) => ({
    value: name,
    label: policy.recipients[name]?.label ?? name,
  }));
  return (
    <fieldset class="field">
      <legend>{texts.staffNeed}</legend>
      <p class="hint">{texts.staffNeedLead}</p>
      <SelectField
        {...{ desk, state, options }}
        name="recipient"
        label={texts.staffRecipient}
        empty={texts.staffRecipientNone}
      />
      <AreaField
        {...{ desk, state }}
        name="reason"
        label={texts.staffReason}
        hint={texts.staffReasonHint}
        longest={LONGEST_NEED}
        rows={3}
      />
    </fieldset>
  );
};

const endAddress = ({ frame, purpose }: Desk, staffId: string): string =>
  withPurpose(`${ADDRESSES.officeStaff[frame.language]}/${staffId}/${END[frame.language]}`, purpose?.name ?? null);

export const END = { nb: 'avslutt', en: 'end' } as const;

const EndOfAccess: FC<{ desk: Desk; member: StaffMember }> = ({ desk, member }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <details class="end-access">
      <summary>{texts.staffEnd}</summary>
      <p>{texts.staffEndLead(member.name)}</p>
      <form method="post" action={endAddress(desk, member.staffId)}>
        <button class="ds-button" data-color="danger" type="submit">
          {texts.staffEndConfirm}
        </button>
      </form>
    </details>
  );
};
