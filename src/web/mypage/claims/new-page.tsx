/** Telling of a fault: what it is about, what is wrong, since when, and what one would like. Short, in plain words. */
import type { FC } from 'hono/jsx';
import { dayAt } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import { type BoughtProduct, CLAIM_WANTS, LONGEST_CLAIM } from '../../../register/index.ts';
import { Area } from '../../forms/area.tsx';
import { FaultSummary, type FormState, WhyAsked } from '../../forms/field.tsx';
import { NoticeBeside } from '../../forms/person-fields.tsx';
import { textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';

interface NewClaimProps {
  readonly frame: MyFrame;
  readonly bought: readonly BoughtProduct[];
  readonly state: FormState;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** How a line is named in the form. */
export const lineKey = ({ orderId, lineNumber }: BoughtProduct): string => `${orderId}.${lineNumber}`;
export const OTHER = 'other';

export const MyNewClaimPage: FC<NewClaimProps> = (props) => {
  const { frame, state, today } = props;
  const { language, policy } = frame;
  const { myMail } = textsIn(language);
  return (
    <MyLayout frame={frame} page="myClaims" title={myMail.newClaim} lead={myMail.newClaimLead} below="/ny">
      <NoticeBeside language={language} />
      <form method="post" action={myAddress(frame, 'myNewClaim')} novalidate>
        <FaultSummary state={state} language={language} />
        <Which {...props} />
        <Area
          {...{ policy, language, state, name: 'wrong', label: myMail.wrong, hint: myMail.wrongHint }}
          column="register.claim.description"
          longest={LONGEST_CLAIM}
        />
        <Discovered state={state} label={myMail.discovered} today={today} />
        <fieldset class="field">
          <legend>{myMail.wants}</legend>
          {CLAIM_WANTS.map((one) => (
            <label class="choice">
              <input
                class="ds-input"
                type="radio"
                name="wants"
                value={one}
                checked={(state.values.wants ?? 'other') === one}
              />
              {myMail.wantsWords[one]}
            </label>
          ))}
          <WhyAsked policy={policy} language={language} column="register.claim.wants" label={myMail.wants} />
        </fieldset>
        <button class="ds-button" type="submit">
          {myMail.sendClaim}
        </button>
      </form>
    </MyLayout>
  );
};

const Which: FC<NewClaimProps> = ({ frame, bought, state }) => {
  const { language, policy } = frame;
  const { myMail } = textsIn(language);
  const fault = state.faults.which;
  const zone = policy.controller.timeZone;
  return (
    <fieldset class="field" {...(fault === undefined ? {} : { 'aria-describedby': 'which-fault' })}>
      <legend>{myMail.which}</legend>
      {fault === undefined ? null : (
        <p class="fault" id="which-fault">
          {fault}
        </p>
      )}
      {[
        ...bought.map((one) => ({
          value: lineKey(one),
          label: myMail.piece(one.name[language], dateInWords(dayAt(one.placedAt, zone), language)),
        })),
        { value: OTHER, label: myMail.other },
      ].map(({ value, label }, at) => (
        <label class="choice">
          <input
            class="ds-input"
            type="radio"
            id={at === 0 ? 'which' : `which-${at}`}
            name="which"
            value={value}
            checked={state.values.which === value}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};

const Discovered: FC<{ state: FormState; label: string; today: string }> = ({ state, label, today }) => {
  const fault = state.faults.discovered;
  return (
    <div class="field">
      <label class="ds-label" for="discovered">
        {label}
      </label>
      {fault === undefined ? null : (
        <p class="fault" id="discovered-fault">
          {fault}
        </p>
      )}
      <input
        class="ds-input"
        type="date"
        id="discovered"
        name="discovered"
        max={today}
        value={state.values.discovered ?? today}
        required
        {...(fault === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'discovered-fault' })}
      />
    </div>
  );
};
