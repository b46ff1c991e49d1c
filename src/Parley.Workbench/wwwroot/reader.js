// The report reader: cards beside their sentences, one key for each correction, selection to span. Without it the page's forms do the same.
const token = document.querySelector('#acts input[name=__RequestVerificationToken]').value;
const fresh = document.getElementById('new');
const review = new URLSearchParams(location.search).get('review') === 'true';
let reader = document.querySelector('.reader');
let current = null;
let chosen = null; // the selection, in code points of the report's text
document.body.classList.add('scripted');

const cards = () => [...reader.querySelectorAll('.entry')];
const drawerOpen = () => !document.getElementById('drawer').hidden;

// --- Cards beside their sentences -----------------------------------------------------------------------------------

function place() {
  const margin = reader.querySelector('.margin');
  const beside = matchMedia('(min-width: 1101px)').matches;
  margin.classList.toggle('placed', beside);
  if (!beside) { margin.style.minHeight = ''; return; }
  const top = margin.getBoundingClientRect().top;
  const all = cards().map(card => ({ card, at: anchor(card) - top, height: card.offsetHeight }));
  const gap = 6;
  // The current card stands at its sentence; those before it give way upwards, those after it downwards.
  const at = Math.max(0, all.findIndex(c => c.card === current));
  for (let i = 0, free = 0; i < all.length; i++) { all[i].y = Math.max(all[i].at, free); free = all[i].y + all[i].height + gap; }
  if (current && all[at]) {
    all[at].y = Math.max(0, all[at].at);
    for (let i = at - 1; i >= 0; i--) all[i].y = Math.min(all[i].y, all[i + 1].y - all[i].height - gap);
    for (let i = at + 1; i < all.length; i++) all[i].y = Math.max(all[i].at, all[i - 1].y + all[i - 1].height + gap);
    const over = Math.min(0, ...all.map(c => c.y));
    for (const c of all) c.y -= over;
  }
  for (const c of all) c.card.style.top = `${c.y}px`;
  margin.style.minHeight = `${Math.max(0, ...all.map(c => c.y + c.height))}px`;
}

const words = card => [...reader.querySelectorAll(`.text [data-e~="${CSS.escape(card.id)}"]`)];

function anchor(card) {
  const first = words(card)[0];
  if (first) return first.getClientRects()[0].top;
  const range = rangeOf(Number(card.dataset.at), Number(card.dataset.at) + 1);
  return range ? range.getBoundingClientRect().top : reader.getBoundingClientRect().top;
}

function show(card, { scroll = true, focus = true } = {}) {
  for (const r of reader.querySelectorAll('.here')) r.classList.remove('here');
  current?.classList.remove('current');
  current = card;
  if (!card) { place(); return; }
  card.classList.add('current');
  for (const r of words(card)) r.classList.add('here');
  place();
  if (focus) card.focus({ preventScroll: true });
  const target = words(card)[0] ?? card;
  const box = target.getBoundingClientRect();
  if (scroll && (box.top < 90 || box.bottom > innerHeight * 0.6)) scrollBy({ top: box.top - innerHeight * 0.3 });
  history.replaceState(history.state, '', `${location.pathname}${location.search}#${card.id}`);
}

function step(by) {
  const all = cards();
  const next = all[current ? all.indexOf(current) + by : 0];
  if (next) show(next);
}

// After a decision: the next entry, in a review the next doubtful one.
function onwards(id) {
  const all = cards();
  const at = all.findIndex(c => c.id === id);
  const next = review ? all.slice(at + 1).find(isDoubtful) ?? all.find(isDoubtful) : all[at + 1];
  show(next ?? all[at] ?? null);
}

const isDoubtful = card => card.dataset.doubt !== undefined;

// --- What an analyst does -------------------------------------------------------------------------------------------

async function send(method, path, body) {
  const answer = await fetch(`/api/v1${path}`, {
    method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Parley-Form': token },
  });
  const type = answer.headers.get('Content-Type') ?? '';
  const said = type.includes('json') ? await answer.json() : {};
  if (!answer.ok) throw Object.assign(new Error(said.detail ?? said.title ?? `The workbench answered ${answer.status}.`), { status: answer.status });
  return said;
}

// Fetches text and cards anew. A form in which something was typed is carried over, so that nothing is lost.
async function reload() {
  const answer = await fetch(`/parts/reports/${reader.dataset.report}`);
  if (!answer.ok) throw new Error('The report could not be loaded again. Is the workbench still open?');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('.reader');
  for (const form of reader.querySelectorAll('form.edit')) {
    const heir = next.querySelector(`#${CSS.escape(form.closest('.entry').id)}`);
    if (heir) heir.append(form);
  }
  reader.replaceWith(next);
  reader = next;
  current = null;
}

function say(card, message, again) {
  const place = card.querySelector('.say');
  place.replaceChildren(message);
  if (again) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Show what stands now' });
    button.addEventListener('click', again);
    place.append(document.createElement('br'), button);
    button.focus();
  }
}

async function correct(card, how) {
  const id = card.id;
  try {
    await send('POST', `/entries/${card.dataset.entry}/${how}`, { seen: Number(card.dataset.seen) });
    card.querySelector('form.edit')?.remove();
    await reload();
    onwards(id);
  } catch (error) {
    say(card, error.message, error.status === 409 ? async () => { await reload(); show(document.getElementById(id)); } : null);
    place();
  }
}

async function undo(number, id) {
  if (!number) return;
  try {
    const undone = await send('POST', `/corrections/${number}/undo`, {});
    await reload();
    const back = undone.entry?.split('/')[1] ?? id;
    show(document.getElementById(back) ?? document.getElementById(id) ?? cards()[0] ?? null);
  } catch (error) {
    const card = current ?? cards()[0];
    if (card) say(card, error.message, async () => { await reload(); show(cards()[0]); });
  }
}

async function edit(card) {
  show(card, { scroll: false });
  if (!card.querySelector('form.edit')) {
    const answer = await fetch(`/parts/reports/${card.dataset.entry}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = page.querySelector('form.edit');
    for (const field of form.querySelectorAll('[data-field]')) field.dataset.was = field.value;
    card.querySelector('.acts').after(form);
    complete(form);
  }
  place();
  card.querySelector('form.edit [data-field]').focus();
}

async function save(form) {
  const card = form.closest('.entry');
  const id = card.id;
  const fields = {};
  for (const field of form.querySelectorAll('[data-field]')) if (field.value.trim() !== field.dataset.was) fields[field.dataset.field] = field.value.trim();
  if (Object.keys(fields).length === 0) return say(card, 'Nothing was changed.');
  try {
    await send('PATCH', `/entries/${card.dataset.entry}`, { seen: Number(form.dataset.seen), note: form.querySelector('[data-note]').value || null, fields });
    form.remove();
    await reload();
    if (review) onwards(id); else show(document.getElementById(id));
  } catch (error) {
    say(card, error.message, error.status === 409 ? () => compare(card, form) : null);
    place();
  }
}

// Someone else was faster: their values are written beside what was typed; saving again is then a decision, not an accident.
async function compare(card, form) {
  const now = await (await fetch(`/api/v1/entries/${card.dataset.entry}`)).json();
  for (const field of form.querySelectorAll('[data-field]')) {
    const value = field.dataset.field === 'span' ? `${now.span[0]}-${now.span[1]}` : now.fields[field.dataset.field] ?? '';
    if (value === field.dataset.was) continue;
    const untouched = field.value === field.dataset.was;
    field.parentElement.append(Object.assign(document.createElement('span'), { className: 'now', textContent: `now: ${value || 'nothing'}` }));
    field.dataset.was = value;
    if (untouched) field.value = value;
  }
  form.dataset.seen = now.seen;
  card.querySelector('.say').replaceChildren('What you typed is kept; what stands now is written beside it. Save to put yours in its place.');
  place();
  form.querySelector('.main').focus();
}

// --- Selection to span ----------------------------------------------------------------------------------------------

const codePoints = text => [...text].length;

function chosenSpan() {
  const selection = getSelection();
  const text = reader.querySelector('.text');
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(text)) return null;
  if (!text.contains(range.startContainer)) range.setStart(text, 0);
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const said = range.toString();
  const trimmed = said.trim();
  if (!trimmed) return null;
  const start = codePoints(before.toString()) + codePoints(said.slice(0, said.indexOf(trimmed)));
  return { start, end: start + codePoints(trimmed), words: trimmed, range };
}

// The range of some code points of the text; null where they lie outside of it.
function rangeOf(start, end) {
  const walker = document.createTreeWalker(reader.querySelector('.text'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0, begun = false;
  while (walker.nextNode()) {
    const data = walker.currentNode.data;
    let unit = 0;
    for (const point of data) {
      if (at === start) { range.setStart(walker.currentNode, unit); begun = true; }
      unit += point.length;
      if (++at === end && begun) { range.setEnd(walker.currentNode, unit); return range; }
    }
  }
  return null;
}

const chooser = Object.assign(document.createElement('button'), { type: 'button', className: 'choose main', textContent: 'Add (n)', hidden: true });
document.body.append(chooser);
chooser.addEventListener('mousedown', event => event.preventDefault());
chooser.addEventListener('click', add);

document.addEventListener('selectionchange', () => {
  const span = chosenSpan();
  if (span) chosen = span;
  chooser.hidden = !span || fresh.open;
  if (!span) return;
  const box = span.range.getBoundingClientRect();
  chooser.style.left = `${Math.min(box.left, innerWidth - 90) + scrollX}px`;
  chooser.style.top = `${box.bottom + scrollY + 6}px`;
});

function add() {
  const form = fresh.querySelector('form');
  const span = chosenSpan();
  fresh.open = true;
  chooser.hidden = true;
  form.querySelector('.say').replaceChildren();
  if (span) {
    form.elements.span.value = `${span.start}-${span.end}`;
    form.elements.words.value = span.words;
    form.elements.words.dataset.of = span.words;
    if (/^["“„«]/.test(span.words) && /["”»]$/.test(span.words)) form.querySelector('[data-field=mode]').value = 'direct';
    paint(span.range);
  }
  (span ? form.querySelector('#statement-speaker') : form.elements.words).focus();
}

function paint(range) {
  if (!CSS.highlights) return;
  if (range) CSS.highlights.set('chosen', new Highlight(range)); else CSS.highlights.delete('chosen');
}

function leave() {
  fresh.open = false;
  paint(null);
  current?.focus({ preventScroll: true });
}

async function saveNew(form) {
  const kind = form.elements.kind.value;
  const fields = {};
  for (const field of form.querySelectorAll(`.of-${kind} [data-field]`)) if (field.value.trim()) fields[field.dataset.field] = field.value.trim();
  const words = form.elements.words.value;
  const span = words === form.elements.words.dataset.of && form.elements.span.value ? form.elements.span.value.split('-').map(Number) : null;
  try {
    const added = await send('POST', `/reports/${form.dataset.new}/entries`, { kind, span, words: span ? null : words, fields, note: form.elements.note.value || null });
    leave();
    form.reset();
    form.elements.span.value = '';
    await reload();
    show(document.getElementById(added.entry.split('/')[1]));
  } catch (error) {
    form.querySelector('.say').replaceChildren(error.message);
  }
}

// --- Keys and clicks ------------------------------------------------------------------------------------------------

const keys = {
  j: () => step(1), k: () => step(-1), y: () => current && correct(current, 'confirm'), x: () => current && correct(current, 'reject'),
  e: () => current && edit(current), n: add, u: () => undo(reader.dataset.undo),
};

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input, textarea, select');
  if (event.key === 'Escape' && !drawerOpen()) {
    if (event.target.closest('.new')) return leave();
    const form = event.target.closest('form.edit');
    if (form) return close(form);
  }
  if (typing || prefix || event.ctrlKey || event.metaKey || event.altKey || drawerOpen() || !keys[event.key]) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  keys[event.key]();
}, { capture: true });

function close(form) {
  const card = form.closest('.entry');
  form.remove();
  card.querySelector('.say').replaceChildren();
  show(card, { scroll: false });
}

document.addEventListener('click', event => {
  const doing = event.target.closest('[data-do]');
  if (doing && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    const card = doing.closest('.entry');
    const what = doing.dataset.do;
    event.preventDefault();
    if (what === 'confirm' || what === 'reject') correct(card, what);
    else if (what === 'edit') edit(card);
    else if (what === 'undo') undo(doing.dataset.correction, card.id);
    else if (what === 'undo-last') undo(reader.dataset.undo, current?.id);
    else if (what === 'new') fresh.open ? leave() : add();
    else if (what === 'close') doing.closest('.new') ? leave() : close(doing.closest('form'));
    else if (what === 'take') take(doing.closest('form'));
    return;
  }

  const run = event.target.closest('.text [data-e]');
  if (run && getSelection().isCollapsed) {
    // A second click on the same words goes to the next entry that holds them.
    const ids = run.dataset.e.split(' ');
    const at = ids.indexOf(current?.id);
    show(document.getElementById(ids[(at + 1) % ids.length]), { scroll: false });
    return;
  }

  const card = event.target.closest('.entry');
  if (card && card !== current && !event.target.closest('a, button, summary, input, select')) show(card, { scroll: false });
});

function take(form) {
  const card = form.closest('.entry');
  if (!chosen) return say(card, 'Select the words in the text first.');
  form.querySelector('[data-field=span]').value = `${chosen.start}-${chosen.end}`;
  say(card, `These words: “${chosen.words}”.`);
  paint(chosen.range);
  place();
}

document.addEventListener('submit', event => {
  if (event.target.matches('form.edit')) { event.preventDefault(); save(event.target); }
  if (event.target.matches('form[data-new]')) { event.preventDefault(); saveNew(event.target); }
});

document.addEventListener('toggle', async event => {
  if (!event.target.closest('.entry')) return;
  place();
  const more = event.target.open && event.target.querySelector('[data-reasons]');
  if (!more) return;
  more.removeAttribute('data-reasons'); // once
  const answer = await fetch(`/parts/why/${more.pathname.split('/').slice(2, 4).join('/')}`);
  if (answer.ok) { more.parentElement.outerHTML = await answer.text(); place(); }
}, { capture: true });
addEventListener('resize', place);
document.fonts?.ready.then(place);

const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
addEventListener('hashchange', () => { if (named()?.matches('.entry')) show(named()); });

const start = named();
if (start?.matches('.entry')) show(start);
else if (review && cards().some(isDoubtful)) show(cards().find(isDoubtful));
else place();
