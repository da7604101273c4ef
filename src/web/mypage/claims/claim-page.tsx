/** One claim of mine: where it stands, until when I get an answer, what was written, and what I can do if I disagree. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { Language } from '../../../policy/index.ts';
import { type Claim, type ClaimLetter, LONGEST_MESSAGE } from '../../../register/index.ts';
import { letterSaid } from '../../conversation.tsx';
import { Area } from '../../forms/area.tsx';
import { FaultSummary, type FormState } from '../../forms/field.tsx';
import { NoticeBeside } from '../../forms/person-fields.tsx';
import { momentInWords, textsIn } from '../../texts/index.ts';
import { MyConversation } from '../messages/page.tsx';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';

export interface OneClaimProps {
  readonly frame: MyFrame;
  readonly claim: Claim;
  readonly letters: readonly ClaimLetter[];
  readonly state: FormState;
  /** What was just done. */
  readonly done: 'claimed' | 'written' | null;
}

/** What a case is called: a claim, or a purchase that was withdrawn from. */
export function claimTitle({ kind, claim_number: number }: Claim, language: Language): string {
  const { myMail, withdrawing } = textsIn(language);
  return kind === 'withdrawal' ? withdrawing.caseTitle(number) : myMail.claim(number);
}

/** Where consumers get help (Forbrukertilsynet). */
const HELP = 'https://www.forbrukertilsynet.no/';

export const MyClaimPage: FC<OneClaimProps> = (props) => {
  const { frame, claim, letters, done } = props;
  const { language } = frame;
  const { myMail } = textsIn(language);
  const due = dateInWords(claim.answer_due_on, language);
  return (
    <MyLayout frame={frame} page="myClaims" title={claimTitle(claim, language)} below={`/${claim.claim_id}`}>
      {done === null ? null : (
        <div class="ds-alert" data-color="success" role="status">
          <p>{done === 'claimed' ? myMail.claimed(claim.claim_number, due) : myMail.written}</p>
        </div>
      )}
      <ClaimFacts frame={frame} claim={claim} />
      <h2>{myMail.conversation}</h2>
      <p class="said">
        <span class="said-text">{claim.description}</span>
      </p>
      {letters.length === 0 ? null : <MyConversation frame={frame} messages={letters.map(letterSaid)} />}
      {claim.outcome === 'refused' ? (
        <p>
          {myMail.disagree} {myMail.disagreeNext}{' '}
          <a class="ds-link" href={HELP}>
            forbrukertilsynet.no
          </a>
        </p>
      ) : null}
      <WriteAbout {...props} />
      <p>
        <a class="ds-link" href={myAddress(frame, 'myClaims')}>
          {myMail.back}
        </a>
      </p>
    </MyLayout>
  );
};

const ClaimFacts: FC<{ frame: MyFrame; claim: Claim }> = ({ frame, claim }) => {
  const { language, policy } = frame;
  const { myMail, withdrawing } = textsIn(language);
  const facts = [
    [myMail.statusLabel, myMail.status[claim.status]],
    [myMail.received, momentInWords(claim.received_at, language, policy.controller.timeZone)],
    ...(claim.status === 'closed'
      ? []
      : [
          [
            claim.kind === 'withdrawal' ? withdrawing.moneyBy : myMail.answerBy,
            dateInWords(claim.answer_due_on, language),
          ],
        ]),
    ...(claim.window_ends_on === null
      ? []
      : [
          [
            claim.kind === 'withdrawal' ? withdrawing.lastDay : myMail.windowUntil,
            dateInWords(claim.window_ends_on, language),
          ],
        ]),
    ...(claim.outcome === null ? [] : [[myMail.outcome, myMail.outcomes[claim.outcome]]]),
    ...(claim.outcome_text === null ? [] : [[myMail.ourAnswer, claim.outcome_text]]),
  ];
  return (
    <dl class="facts">
      {facts.map(([term, fact]) => (
        <div>
          <dt>{term}</dt>
          <dd class="said-text">{fact}</dd>
        </div>
      ))}
    </dl>
  );
};

const WriteAbout: FC<OneClaimProps> = ({ frame, claim, state }) => {
  const { language, policy } = frame;
  const { myMail } = textsIn(language);
  return (
    <section aria-labelledby="write">
      <h2 id="write">{myMail.writeAbout}</h2>
      <NoticeBeside language={language} />
      <form method="post" action={myAddress(frame, 'myClaims', language, `/${claim.claim_id}`)} novalidate>
        <FaultSummary state={state} language={language} />
        <Area
          {...{ policy, language, state, name: 'text', label: myMail.text, hint: myMail.textHint }}
          column="register.claim_entry.body"
          longest={LONGEST_MESSAGE}
        />
        <button class="ds-button" type="submit">
          {myMail.send}
        </button>
      </form>
    </section>
  );
};
