/** The first page of the policy: which version is in force, who approved it, and the ways into it. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { PolicyInForce } from '../../../records/index.ts';
import { addressOf } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { timeInWords } from '../value.tsx';
import { LISTS, Terms } from './listed.tsx';

interface PolicyPageProps {
  readonly desk: Desk;
  /** Undefined for staff whose purposes do not read it; null before the first. */
  readonly inForce: PolicyInForce | null | undefined;
}

export const PolicyPage: FC<PolicyPageProps> = ({ desk, inForce }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const counts = {
    officePurposes: [Object.keys(policy.purposes).length, texts.purposesLead],
    officeCategories: [Object.keys(policy.categories).length, texts.categoriesLead],
    officeRetention: [policy.retention.length, texts.retentionLead],
    officeRoles: [Object.keys(policy.roles).length, texts.rolesLead],
    officeRecipients: [Object.keys(policy.recipients).length, texts.recipientsLead],
  } as const;
  return (
    <DeskPage desk={desk} title={texts.policyTitle} page="officePolicy">
      <h1>{texts.policyTitle}</h1>
      <p class="lead">{texts.policyLead}</p>
      <ul class="cards">
        {LISTS.map((page) => (
          <li class="ds-card" data-variant="tinted">
            <h2>
              <a class="ds-link" href={deskAddress(desk, page)}>
                {texts[page]} ({counts[page][0]})
              </a>
            </h2>
            <p>{counts[page][1]}</p>
          </li>
        ))}
      </ul>
      <Version desk={desk} inForce={inForce} />
    </DeskPage>
  );
};

const Version: FC<PolicyPageProps> = ({ desk, inForce }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { number, place, date, approver, effectiveFrom } = policy.controller.version;
  const notice = (
    <a class="ds-link" href={addressOf('privacy', language)}>
      {number}
    </a>
  );
  const applied = inForce
    ? ([
        [texts.policyHash, <code>{inForce.contentHash.slice(0, 12)}</code>],
        [texts.policyAppliedAt, timeInWords(inForce.appliedAt, policy, language)],
        [texts.policyAppliedBy, inForce.appliedBy],
      ] as const)
    : [];
  return (
    <section aria-labelledby="version">
      <h2 id="version">{texts.policyVersion}</h2>
      <Terms
        terms={[
          [texts.policyNotice, notice],
          [texts.policyApproved, `${place}, ${dateInWords(date, language)}`],
          [texts.policyApprovedBy, approver],
          [texts.policyEffective, dateInWords(effectiveFrom, language)],
          ...applied,
        ]}
      />
      {inForce === undefined ? <p class="hint">{texts.policyVersionElsewhere}</p> : null}
      {inForce === null ? <p class="fault">{texts.policyNothingApplied}</p> : null}
    </section>
  );
};
