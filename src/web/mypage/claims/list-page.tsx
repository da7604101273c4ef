/** My claims, and the way to a new one. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { Claim } from '../../../register/index.ts';
import { textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout, PrivacyContact } from '../my-layout.tsx';
import { claimTitle } from './claim-page.tsx';

export const MyClaimsPage: FC<{ frame: MyFrame; claims: readonly Claim[] | null }> = ({ frame, claims }) => {
  const texts = textsIn(frame.language);
  const { myMail } = texts;
  return (
    <MyLayout frame={frame} page="myClaims" title={texts.myClaims} lead={myMail.claimsLead}>
      {claims === null ? (
        <p>
          {myMail.notCustomer} <PrivacyContact policy={frame.policy} />
        </p>
      ) : (
        <>
          <p>
            <a class="ds-button" href={myAddress(frame, 'myNewClaim')}>
              {myMail.newClaim}
            </a>
          </p>
          {claims.length === 0 ? <p>{myMail.noClaims}</p> : null}
          <ul class="cards">
            {claims.map((claim) => (
              <ClaimCard frame={frame} claim={claim} />
            ))}
          </ul>
        </>
      )}
    </MyLayout>
  );
};

const ClaimCard: FC<{ frame: MyFrame; claim: Claim }> = ({ frame, claim }) => {
  const { language } = frame;
  const { myMail, withdrawing } = textsIn(language);
  return (
    <li class="ds-card" data-variant="tinted">
      <h2>
        <a class="ds-link" href={myAddress(frame, 'myClaims', language, `/${claim.claim_id}`)}>
          {claimTitle(claim, language)}
        </a>
      </h2>
      <p>
        <span class="ds-tag" data-color={claim.status === 'closed' ? 'success' : 'info'}>
          {myMail.status[claim.status]}
        </span>
      </p>
      {claim.status === 'closed' ? null : (
        <p>
          {claim.kind === 'withdrawal' ? withdrawing.moneyBy : myMail.answerBy}{' '}
          {dateInWords(claim.answer_due_on, language)}.
        </p>
      )}
    </li>
  );
};
