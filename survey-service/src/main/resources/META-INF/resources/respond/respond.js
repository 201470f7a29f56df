// Keeps an answer that could not be sent, and sends it as soon as it can be. Everything works without this file, too.
(() => {
  const form = document.querySelector('form[data-answer]');
  if (!form || !window.fetch) return;
  const button = form.querySelector('button');
  const status = document.querySelector('.waiting');
  const key = 'answer:' + location.pathname + location.search;
  const DAY = 24 * 60 * 60 * 1000;
  const PATIENCE = 8000; // the server itself gives up after two seconds
  let sending = false, attempt = 0, timer = 0;

  const store = {
    save(body) { try { localStorage.setItem(key, JSON.stringify({ body, at: Date.now() })); } catch (full) { /* the page still has it */ } },
    load() { try { return JSON.parse(localStorage.getItem(key)); } catch (broken) { return null; } },
    clear() { try { localStorage.removeItem(key); } catch (denied) { /* nothing was kept then */ } }
  };

  function say(text) {
    status.textContent = text;
    status.hidden = !text;
  }

  function busy(is) {
    sending = is;
    button.setAttribute('aria-disabled', is);
  }

  async function send(body) {
    clearTimeout(timer);
    if (sending) return;
    busy(true);
    const abort = new AbortController();
    const watch = setTimeout(() => abort.abort(), PATIENCE);
    try {
      const response = await fetch(form.action, {
        method: 'POST', body, keepalive: body.length < 60000, signal: abort.signal,
        headers: { 'Accept': 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' }
      });
      if (response.ok) {
        const { next } = await response.json();
        store.clear();
        location.assign(next);
        return;
      }
      if (response.status < 500 && response.status !== 429 && response.status !== 408) {
        // Not to be cured by repeating: let the browser show the page that says why.
        store.clear();
        form.submit();
        return;
      }
      later(body, Number(response.headers.get('Retry-After')) || 0);
    } catch (unreachable) {
      later(body, 0);
    } finally {
      clearTimeout(watch);
    }
  }

  function later(body, seconds) {
    busy(false);
    attempt++;
    const wait = Math.max(seconds * 1000, Math.min(30000, 1000 * 2 ** Math.min(attempt, 5)) * (0.5 + Math.random() / 2));
    say('Your answer is safe on this device. It could not be sent yet; we keep trying and go on as soon as it is through.');
    timer = setTimeout(() => send(body), wait);
  }

  function restore(body) {
    for (const [name, value] of new URLSearchParams(body)) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.checked || field.value === value;
        else field.value = value;
      }
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (sending) return;
    const body = new URLSearchParams(new FormData(form)).toString();
    attempt = 0;
    store.save(body);
    send(body);
  });

  addEventListener('online', () => { const kept = store.load(); if (kept) send(kept.body); });
  addEventListener('pageshow', event => { if (event.persisted) busy(false); });

  const kept = store.load();
  if (kept && Date.now() - kept.at < DAY) {
    restore(kept.body);
    send(kept.body);
  } else if (kept) {
    store.clear();
  }

  const summary = document.querySelector('.summary');
  if (summary) summary.focus();
})();
