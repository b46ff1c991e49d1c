// Saved searches: kept in this browser, for they say what an analyst is looking for.
const place = 'searches';
const saved = document.querySelector('[data-saved]');
const save = document.querySelector('[data-save]');
const searches = JSON.parse(localStorage.getItem(place) ?? '[]');

function show() {
  saved.hidden = searches.length === 0;
  saved.replaceChildren('Saved: ', ...searches.flatMap((s, i) => {
    const link = Object.assign(document.createElement('a'), { href: s.href, textContent: s.name });
    const drop = Object.assign(document.createElement('button'), { type: 'button', textContent: '×', title: `Forget ${s.name}` });
    drop.addEventListener('click', () => { searches.splice(i, 1); keep(); });
    return [link, drop];
  }));
}

function keep() {
  localStorage.setItem(place, JSON.stringify(searches));
  show();
}

save.hidden = false;
save.addEventListener('click', () => {
  const asked = new URLSearchParams(location.search);
  const name = [...asked].filter(([n, v]) => v && n !== 'offset').map(([, v]) => v).join(', ') || 'everything';
  if (!searches.some(s => s.name === name)) searches.push({ name, href: location.pathname + location.search });
  keep();
});
show();

// On a telephone the sentences come first, and what narrows them down is folded.
if (matchMedia('(max-width: 800px)').matches) for (const facets of document.querySelectorAll('.facets details')) facets.open = false;
