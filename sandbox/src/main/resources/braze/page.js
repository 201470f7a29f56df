'use strict';
// Everything is set as text, never as HTML: answers come from strangers.
const byId = (id) => document.getElementById(id);
const seen = new Map();

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};
const shown = (value) => typeof value === 'string' ? value : JSON.stringify(value);
const clock = (instant) => new Date(instant).toLocaleTimeString();

const profileCard = (profile) => {
  const card = element('article');
  card.append(element('h3', `${profile.identifier} ${profile.id}`));
  card.append(element('p', `workspace ${profile.workspace} · changed ${clock(profile.updated)}`, 'quiet'));
  const list = element('dl');
  for (const [name, value] of Object.entries(profile.attributes)) {
    const key = `${profile.workspace} ${profile.id} ${name}`;
    const text = shown(value);
    const fresh = seen.has(profile.id) && seen.get(key) !== text;
    seen.set(key, text);
    list.append(element('dt', name), element('dd', text, fresh ? 'fresh' : ''));
  }
  seen.set(profile.id, true);
  card.append(list);
  if (profile.events.length) {
    const events = element('details');
    events.append(element('summary', `${profile.events.length} events`));
    events.append(element('pre', profile.events.map((event) =>
      `${clock(event.time)} ${event.name} ${JSON.stringify(event.properties)}`).join('\n')));
    card.append(events);
  }
  return card;
};

const requestLine = (request) => {
  const line = element('li');
  const status = request.open ? 'open' : request.status || 'no answer';
  line.append(element('span', status, request.status >= 200 && request.status < 300 ? 'status good' : 'status'));
  line.append(` #${request.number} · ${clock(request.received)} · ${request.workspace || 'no workspace'} · key ${request.key} · ${request.objects} objects`);
  if (!request.open) line.append(` · ${request.millis} ms`);
  if (request.note) line.append(element('p', request.note, 'quiet'));
  const body = element('details');
  body.append(element('summary', 'what was sent'));
  body.append(element('pre', JSON.stringify({ attributes: request.attributes, events: request.events }, null, 2)));
  line.append(body);
  return line;
};

const refresh = async () => {
  const [profiles, requests] = await Promise.all([
    fetch('/sandbox/profiles').then((answer) => answer.json()),
    fetch('/sandbox/requests?limit=30').then((answer) => answer.json()),
  ]);
  byId('no-profiles').hidden = profiles.length > 0;
  byId('no-requests').hidden = requests.length > 0;
  byId('profiles').replaceChildren(...profiles.map(profileCard));
  byId('requests').replaceChildren(...requests.reverse().map(requestLine));
  byId('state').textContent = 'live';
};

const changes = new EventSource('/sandbox/changes');
changes.onopen = refresh;
changes.onmessage = refresh;
changes.onerror = () => { byId('state').textContent = 'the stand-in is away; trying again …'; };
