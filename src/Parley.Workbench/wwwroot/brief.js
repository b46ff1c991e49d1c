// Keeps the analyst's wording of a brief in this browser until the dossier changes.
const brief = document.querySelector('form[data-draft]');
const place = `brief:${brief.dataset.draft}`;
const texts = [...brief.querySelectorAll('textarea')];
const kept = JSON.parse(localStorage.getItem(place) ?? '{}');
for (const text of texts) {
  if (kept[text.name] !== undefined) text.value = kept[text.name];
  const fit = () => { text.rows = 1; text.rows = Math.max(1, Math.floor(text.scrollHeight / parseFloat(getComputedStyle(text).lineHeight))); };
  fit();
  text.addEventListener('input', () => {
    fit();
    kept[text.name] = text.value;
    localStorage.setItem(place, JSON.stringify(kept));
    brief.querySelector('[data-kept]').hidden = false;
  });
}
