/** Setting up one-time codes: the picture and the key for the app, a first code, then the codes for a rainy day. */
import type { FC } from 'hono/jsx';
import encodeQR from 'qr';
import type { CodeSetup } from '../../records/index.ts';
import { addressOf, elsewhere } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { PlainField } from './plain-field.tsx';

export const CodesPage: FC<{ frame: Frame; setup: CodeSetup; wrong: boolean }> = ({ frame, setup, wrong }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout frame={frame} title={texts.codes} page={null} otherAddress={elsewhere('codes', language)}>
      <h1>{texts.startCodes}</h1>
      <p>{texts.codesLead}</p>
      <QrCode text={setup.address} label={texts.codesQr} />
      <p>{texts.codesKey}</p>
      <p class="key">
        <code>{setup.key.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <form class="narrow" method="post" action={addressOf('codes', language)}>
        <p>{texts.codesConfirm}</p>
        <PlainField
          id="code"
          name="code"
          label={texts.code}
          inputmode="numeric"
          autocomplete="one-time-code"
          fault={wrong ? texts.faultCode : undefined}
        />
        <button class="ds-button" type="submit" name="do" value="confirm">
          {texts.confirmCodes}
        </button>
      </form>
    </Layout>
  );
};

/** One path of squares, dark on white whatever the colours of the page: that is what cameras read. */
const QrCode: FC<{ text: string; label: string }> = ({ text, label }) => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={squares.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
};

export const RecoveryCodesPage: FC<{ frame: Frame; codes: readonly string[] }> = ({ frame, codes }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout frame={frame} title={texts.recoveryCodes} page={null} otherAddress={elsewhere('security', language)}>
      <h1>{texts.recoveryCodes}</h1>
      <p class="lead">{texts.recoveryCodesLead}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="ds-button" href={addressOf('signedIn', language)}>
          {texts.done}
        </a>
      </p>
    </Layout>
  );
};
