// Nothing here is needed: times are told in the reader's own zone, and one tick stands for a page of them.
(() => {
  const local = () => {
    for (const time of document.querySelectorAll('time.moment:not([title])')) {
      time.title = time.textContent;
      time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
    }
  };
  const all = document.querySelector('[data-tick-all]');
  if (all) {
    all.closest('[hidden]').hidden = false;
    all.addEventListener('change', () => {
      for (const box of all.form.querySelectorAll('input[name=id]')) box.checked = all.checked;
    });
  }
  document.body.addEventListener('htmx:afterSettle', local);
  local();
})();
