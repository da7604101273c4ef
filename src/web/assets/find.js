// While one types into the search of the back office: who is likely meant. What was typed is posted, so that it stands in
// no address; only the newest question is waited for. Without this script the form does all there is to do.

/** Milliseconds of rest before it is asked: letters come one by one, a number is typed in one go. */
const REST = 250;
const REST_OF_NUMBERS = 700;

const form = document.querySelector('form[data-suggest]');
const input = form?.querySelector('input[name="q"]');
const list = document.getElementById('q-suggestions');
const told = document.getElementById('q-told');

let timer = 0;
let asking = null;
let asked = '';
let active = -1;

function makeCombobox() {
  // A combobox is a text field; its own way to be emptied is Escape.
  input.type = 'text';
  input.setAttribute('enterkeyhint', 'search');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  list.setAttribute('role', 'listbox');
}

function close() {
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  choose(-1);
}

function choose(place) {
  const options = [...list.children];
  options[active]?.setAttribute('aria-selected', 'false');
  active = place;
  const option = options[active];
  if (option === undefined) {
    active = -1;
    input.removeAttribute('aria-activedescendant');
    return;
  }
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', option.id);
}

function show(suggestions) {
  close();
  if (suggestions.length === 0) return;
  list.append(...suggestions.map(optionOf));
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
}

/** Names are put in as text: nothing in them is read as markup. */
function optionOf({ address, name, detail }, place) {
  const option = document.createElement('li');
  option.id = `q-suggestion-${place}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.address = address;
  const strong = document.createElement('strong');
  strong.textContent = name;
  const more = document.createElement('span');
  more.textContent = detail;
  option.append(strong, ' ', more);
  return option;
}

function forget() {
  clearTimeout(timer);
  asking?.abort();
  asking = null;
}

async function ask(text) {
  forget();
  const mine = new AbortController();
  asking = mine;
  asked = text;
  try {
    const response = await fetch(form.dataset.suggest, {
      method: 'POST',
      body: new URLSearchParams({ q: text }),
      credentials: 'same-origin',
      signal: mine.signal,
    });
    const answer = await response.json();
    if (asking !== mine) return;
    show(answer.suggestions);
    told.textContent = answer.told;
  } catch {
    if (asking !== mine) return;
    close();
    told.textContent = form.dataset.failed;
  }
}

function typed() {
  const text = input.value.trim();
  forget();
  if (text === asked && !list.hidden) return;
  if (text === '') {
    asked = '';
    told.textContent = '';
    close();
    return;
  }
  timer = setTimeout(() => ask(text), /^[\d\s+().-]+$/.test(text) ? REST_OF_NUMBERS : REST);
}

function pressed(event) {
  if (event.isComposing) return;
  const count = list.children.length;
  if (event.key === 'Escape') {
    forget();
    if (list.hidden) input.value = '';
    else event.preventDefault();
    asked = '';
    told.textContent = '';
    close();
  } else if (event.key === 'Enter') {
    forget();
    const option = list.children[active];
    if (option === undefined) return;
    event.preventDefault();
    location.assign(option.dataset.address);
  } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    // From nothing up is the last; past either end is nothing again, so that what was typed can be sent.
    choose(active === -1 && step === -1 ? count - 1 : active + step === count ? -1 : active + step);
  }
}

/** `/` leads to the search, unless one is writing. */
function slash(event) {
  const writes = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || writes || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
  input.select();
}

if (input && list !== null && told !== null) {
  makeCombobox();
  input.addEventListener('input', typed);
  input.addEventListener('keydown', pressed);
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option !== null) location.assign(option.dataset.address);
  });
  form.addEventListener('submit', forget);
  document.addEventListener('keydown', slash);
}
