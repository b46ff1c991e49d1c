// Evidence drawer, keys, and small comforts. Every page works without it.
const drawer = document.getElementById('drawer');
let opener = null;

async function openEntry(id, from) {
  const back = location.pathname + location.search;
  const answer = await fetch(`/parts/evidence/${id}?return=${encodeURIComponent(back)}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const close = document.createElement('button');
  close.className = 'close';
  close.textContent = 'Close';
  close.addEventListener('click', closeDrawer);
  drawer.replaceChildren(close, ...page.body.childNodes);
  drawer.hidden = false;
  drawer.scrollTop = 0;
  opener = from ?? opener;
  close.focus();
  complete(drawer);
  history.replaceState(history.state, '', `${back}#entry=${id}`);
}

function closeDrawer() {
  if (drawer.hidden) return;
  drawer.hidden = true;
  drawer.replaceChildren();
  history.replaceState(history.state, '', location.pathname + location.search);
  opener?.focus();
}

// Names are completed from the dossier as they are typed.
function complete(root) {
  for (const input of root.querySelectorAll('input[data-names]')) {
    let last = null;
    input.addEventListener('input', async () => {
      const typed = last = input.value;
      if (typed.length < 1) return;
      const answer = await fetch(`/api/v1/names/${input.dataset.names}?q=${encodeURIComponent(typed)}`);
      if (!answer.ok || typed !== last) return;
      const options = (await answer.json()).map(n => Object.assign(document.createElement('option'), { value: n.name }));
      document.getElementById(input.getAttribute('list')).replaceChildren(...options);
    });
  }
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-drawer]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  openEntry(link.dataset.drawer, link);
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-auto]')) event.target.form.requestSubmit();
});

// A table for Word: words without the signs and links that lead on from them, a line each where the page has one.
function forWord(shown) {
  const table = shown.cloneNode(true);
  for (const sign of table.querySelectorAll('.sign')) sign.remove();
  for (const link of table.querySelectorAll('.told a')) if (link.textContent === 'all it said') link.remove();
  for (const told of table.querySelectorAll('.told')) told.textContent = told.textContent.trim().replace(/\s*·\s*$/, '');
  for (const moved of table.querySelectorAll('.moved')) moved.textContent = ` (${moved.textContent})`;
  for (const line of table.querySelectorAll('td > *:not(:first-child, .moved), th > small')) line.before(document.createElement('br'));
  for (const link of table.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  table.border = '1';
  return table;
}

for (const button of document.querySelectorAll('button[data-copies]')) {
  if (!navigator.clipboard?.write) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const table = forWord(document.getElementById(button.dataset.copies));
    const html = table.outerHTML;
    for (const end of table.querySelectorAll('br')) end.replaceWith(' ');
    const text = [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.replace(/\s+/g, ' ').trim()).join('\t')).join('\n');
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) })]);
    button.textContent = 'Copied';
  });
}

// On a telephone the rooms are a line: show the one that is open.
document.querySelector('.rooms a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

for (const button of document.querySelectorAll('button[data-keys]')) {
  button.hidden = false;
  button.addEventListener('click', () => document.getElementById('keys').showModal());
}

// Keys: a letter, or g and a letter.
let prefix = '';
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') return closeDrawer();
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
  if (event.key === '?') return document.getElementById('keys')?.showModal();
  if (event.key === 'g' && !prefix) { prefix = 'g '; setTimeout(() => prefix = '', 1500); return; }
  const key = prefix + event.key;
  prefix = '';
  if (key === 'j' || key === 'k') {
    const links = [...document.querySelectorAll('main :is(a.quote, a.title)')];
    const at = links.indexOf(document.activeElement);
    (links[key === 'j' ? at + 1 : at - 1] ?? links[0])?.focus();
    return;
  }
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].reverse().find(e => e.checkVisibility());
  if (!target) return;
  event.preventDefault();
  if (target.matches('input, textarea')) target.focus();
  else target.click();
});

const wanted = /^#entry=(\d+\/[spmd]\+?\d+)$/.exec(location.hash);
if (wanted) openEntry(wanted[1]);
complete(document);
