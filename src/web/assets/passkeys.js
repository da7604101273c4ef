// Passkeys: the one thing on the site that needs a script, because only a script can ask the browser for one. It shows
// the buttons that it can serve, runs the ceremony, and moves on.
const API = '/api/auth/passkey';

async function ask(path, body) {
  const how =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(API + path, { credentials: 'same-origin', ...how });
  if (!response.ok) throw new Error(String(response.status));
  return await response.json();
}

async function signIn() {
  const options = await ask('/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'required' });
  const credential = await navigator.credentials.get({ publicKey });
  await ask('/verify-authentication', { response: credential.toJSON() });
}

async function add({ user }) {
  const options = await ask(`/generate-register-options?name=${encodeURIComponent(user)}`);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  await ask('/verify-registration', { response: credential.toJSON(), name: deviceName() });
}

function deviceName() {
  const found = /(iPhone|iPad|Android|Windows|Macintosh|CrOS|Linux)/.exec(navigator.userAgent)?.[1] ?? '';
  return { Macintosh: 'Mac', CrOS: 'Chromebook' }[found] ?? found;
}

async function run(button) {
  const told = document.getElementById('passkey-told') ?? tell(button);
  told.textContent = '';
  button.disabled = true;
  try {
    await (button.dataset.passkey === 'add' ? add(button.dataset) : signIn());
    location.assign(button.dataset.done);
  } catch {
    button.disabled = false;
    told.textContent = button.dataset.failed;
  }
}

/** Where what went wrong is said, so that a screen reader says it too. */
function tell(button) {
  const told = document.createElement('p');
  told.id = 'passkey-told';
  told.className = 'fault';
  told.setAttribute('role', 'alert');
  button.after(told);
  return told;
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined) {
  for (const button of document.querySelectorAll('button[data-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', () => run(button));
  }
  for (const note of document.querySelectorAll('[data-without-scripts]')) note.hidden = true;
}
