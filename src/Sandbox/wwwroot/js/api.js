// The control API of the sandbox; every failure becomes an Error with a sentence for people.

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body instanceof FormData) {
    options.body = body;
  } else if (body !== undefined) {
    options.headers['content-type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Error(json?.error ?? 'Bak pasir tidak menjawab.');
  }
  return json;
}

const chat = (id) => `/sandbox/chats/${id}`;

export const api = {
  bot: () => call('GET', '/sandbox/bot'),
  people: () => call('GET', '/sandbox/people'),
  chats: () => call('GET', '/sandbox/chats'),
  kecamatan: () => call('GET', '/sandbox/kecamatan'),
  web: () => call('GET', '/sandbox/web'),
  clock: () => call('GET', '/sandbox/clock'),
  moveClock: (move) => call('POST', '/sandbox/clock', move),
  addPerson: (person) => call('POST', '/sandbox/people', person),
  bindKecamatan: (code) => call('POST', '/sandbox/cast', { kecamatan: code }),
  messages: (id) => call('GET', `${chat(id)}/messages`),
  text: (id, text, replyTo) => call('POST', `${chat(id)}/text`, { text, replyTo }),
  edit: (id, message, text) => call('PUT', `${chat(id)}/messages/${message}`, { text }),
  start: (id, payload) => call('POST', `${chat(id)}/start`, { payload }),
  location: (id, latitude, longitude) => call('POST', `${chat(id)}/location`, { latitude, longitude }),
  press: (id, messageId, data) => call('POST', `${chat(id)}/press`, { messageId, data }),
  key: (id, key) => call('POST', `${chat(id)}/key`, key),
  block: (id, blocked) => call('POST', `${chat(id)}/block`, { blocked }),
  clear: (id) => call('DELETE', chat(id)),
  files(id, kind, files, caption) {
    const form = new FormData();
    for (const file of files) {
      form.append('file', file, file.name);
    }
    if (caption) {
      form.append('caption', caption);
    }
    return call('POST', `${chat(id)}/${files.length > 1 ? 'album' : kind}`, form);
  },
};

/** Follows what happens; `onReady` runs at each (re)connection, when everything must be read anew. */
export function follow(handlers, onReady, onLost) {
  const events = new EventSource('/sandbox/events');
  events.onopen = onReady;
  events.onerror = onLost;
  for (const [name, handle] of Object.entries(handlers)) {
    events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
