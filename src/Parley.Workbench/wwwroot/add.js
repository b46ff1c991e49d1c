// Files dropped anywhere on the page are sent; how far an import is, is asked until it is done.
const form = document.querySelector('form.add');

form.addEventListener('submit', event => {
  const { files, text, url } = form.elements;
  if (files.files.length || text.value.trim() || url.value.trim()) return;
  event.preventDefault();
  form.querySelector('[role=alert]').hidden = false;
});

addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('over'); });
addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('over'); });
addEventListener('drop', event => {
  event.preventDefault();
  document.body.classList.remove('over');
  if (!event.dataTransfer.files.length) return;
  form.elements.files.files = event.dataTransfer.files;
  form.requestSubmit();
});

async function follow() {
  for (let part; (part = document.querySelector('[data-import][data-running]'));) {
    await new Promise(done => setTimeout(done, 500));
    const answer = await fetch(`/parts/imports/${part.dataset.import}`);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    part.replaceWith(page.querySelector('[data-import]'));
  }
  document.querySelector('.stop')?.remove();
}

follow();
