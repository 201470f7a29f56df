// A page without a visit for a quarter of an hour (a long survey being written) would lose its session while somebody types.
(() => {
  const every = 5 * 60 * 1000;
  let renewed = Date.now();
  const renew = () => {
    if (Date.now() - renewed < every) return;
    renewed = Date.now();
    fetch('/api/session/renewal', { method: 'POST' }).catch(() => { renewed = 0; });
  };
  for (const used of ['input', 'click']) document.addEventListener(used, renew, { passive: true });
})();
