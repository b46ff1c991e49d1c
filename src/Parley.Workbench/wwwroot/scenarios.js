// Wishes are put in order by dragging; the arrows beside them do the same from the keyboard and without script.
let dragged = null;
for (const list of document.querySelectorAll('ol.wishes')) {
  list.addEventListener('dragstart', event => {
    dragged = event.target.closest('li');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.textContent);
  });
  list.addEventListener('dragover', event => { if (dragged?.parentElement === list) event.preventDefault(); });
  list.addEventListener('drop', event => {
    const target = event.target.closest('li');
    if (!target || dragged?.parentElement !== list || target === dragged) return;
    event.preventDefault();
    const places = [...list.children];
    const move = document.createElement('input');
    move.type = 'hidden';
    move.name = 'move';
    move.value = `${list.dataset.party}.${places.indexOf(dragged)}.${places.indexOf(target)}`;
    const form = list.closest('form');
    form.append(move);
    form.submit();
  });
}
