// The page refreshes itself every two seconds. Whoever reads slowly stops that; whoever watches it stays signed in.
(() => {
  const lanes = document.getElementById('lanes');
  const keep = document.getElementById('keep-current');
  const stale = document.getElementById('stale');
  const every = 5 * 60 * 1000;
  let renewed = Date.now();

  // Times are told in the reader's own zone; without a script they are UTC.
  const local = () => {
    for (const time of lanes.querySelectorAll('time')) time.textContent = new Date(time.dateTime).toLocaleTimeString();
  };
  const answered = (answer) => { stale.hidden = answer; lanes.classList.toggle('stale', !answer); };

  document.body.addEventListener('htmx:beforeRequest', (event) => {
    // Only its own refresh is stopped: a search is an answer to the reader.
    if (event.detail.elt === lanes && (!keep.checked || document.hidden)) event.preventDefault();
  });
  document.body.addEventListener('htmx:afterSwap', () => {
    answered(true);
    local();
    if (Date.now() - renewed > every) {
      renewed = Date.now();
      fetch('/api/session/renewal', { method: 'POST' }).catch(() => { renewed = 0; });
    }
  });
  for (const failed of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
    document.body.addEventListener(failed, () => answered(false));
  }
  local();
})();
