// Times are told in the reader's own zone; without a script they are UTC.
(() => {
  const local = () => {
    for (const time of document.querySelectorAll('time.moment:not([title])')) {
      time.title = time.textContent;
      time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
    }
  };
  document.body.addEventListener('htmx:afterSettle', local);
  local();
})();
