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

// A table for Word: words without the links that lead on from them, lines where a word processor would otherwise run them together.
for (const button of document.querySelectorAll('button[data-copies]')) {
  if (!navigator.clipboard?.write) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const shown = document.getElementById(button.dataset.copies);
    const table = shown.cloneNode(true);
    for (const link of table.querySelectorAll('a')) {
      if (/^\/(entries|sentences)\b/.test(link.getAttribute('href')) && link.textContent === 'all it said') link.remove();
      else link.replaceWith(...link.childNodes);
    }
    for (const line of table.querySelectorAll('td > *, th > small')) line.before(document.createElement('br'));
    for (const line of table.querySelectorAll('.told')) line.textContent = line.textContent.trim().replace(/\s*·\s*$/, '');
    for (const first of table.querySelectorAll('td > br:first-child')) first.remove();
    table.border = '1';
    const text = [...shown.rows].map(row => [...row.cells].map(cell => cell.innerText.replace(/\s+/g, ' ').trim()).join('\t')).join('\n');
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([table.outerHTML], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) })]);
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
    const links = [...document.querySelectorAll('main a.quote')];
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
