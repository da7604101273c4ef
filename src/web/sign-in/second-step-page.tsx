/** The second step: a code of the moment, or one that was written down for the day the telephone is lost. */
import type { FC } from 'hono/jsx';
import { addressOf, elsewhere } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { NextField } from './next-field.tsx';
import { PlainField } from './plain-field.tsx';

interface SecondStepProps {
  readonly frame: Frame;
  readonly fault: 'code' | 'recovery-code' | null;
  /** Where they were going; null for their own place. */
  readonly next: string | null;
}

export const SecondStepPage: FC<SecondStepProps> = ({ frame, fault, next }) => {
  const { language } = frame;
  const texts = textsIn(language);
  const action = addressOf('secondStep', language);
  const byRecovery = fault === 'recovery-code';
  return (
    <Layout frame={frame} title={texts.secondStep} page={null} otherAddress={elsewhere('secondStep', language)}>
      <h1>{texts.secondStep}</h1>
      <div class="ways-in">
        <form class="narrow" method="post" action={action}>
          <NextField next={next} />
          <p class="lead">{texts.secondStepLead}</p>
          <PlainField
            id="code"
            name="code"
            label={texts.code}
            inputmode="numeric"
            autocomplete="one-time-code"
            fault={fault === 'code' ? texts.faultCode : undefined}
          />
          <button class="ds-button" type="submit">
            {texts.goOn}
          </button>
        </form>
        <details class="reveal" {...(byRecovery ? { open: true } : {})}>
          <summary>{texts.useRecoveryCode}</summary>
          <form class="narrow" method="post" action={action}>
            <NextField next={next} />
            <PlainField
              id="recovery-code"
              name="recoveryCode"
              label={texts.recoveryCode}
              autocomplete="off"
              hint={texts.recoveryCodeHelp}
              fault={byRecovery ? texts.faultRecoveryCode : undefined}
            />
            <button class="ds-button" type="submit">
              {texts.goOn}
            </button>
          </form>
        </details>
      </div>
    </Layout>
  );
};
