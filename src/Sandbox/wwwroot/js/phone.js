import { api } from './api.js';
import { el, dayOf, announce } from './dom.js';
import { icon } from './icons.js';
import { bubble } from './bubble.js';
import { composer } from './composer.js';
import { askPin } from './pin.js';

const roles = { resident: 'Warga', camat: 'Camat', kapolsek: 'Kapolsek', danramil: 'Danramil', coordinator: 'Koordinator', counsellor: 'Konselor' };

/** One phone: a person's chat with the bot. */
export class Phone {
  constructor(person, bot, kecamatan) {
    Object.assign(this, { person, bot, kecamatan, messages: new Map(), unread: 0, waiting: new Map(), early: new Map() });
    this.list = el('ol', { class: 'log', tabindex: '0', 'aria-label': `Percakapan ${person.name}` });
    this.badge = el('span', { class: 'unread', hidden: true });
    this.state = el('small', {}, roles[person.role] ?? 'Warga');
    this.toast = el('div', { class: 'toast', role: 'status', hidden: true });
    this.composer = composer(this);
    this.menu = el('button', { type: 'button', class: 'mini', 'aria-label': `Blokir bot di ponsel ${person.name}`, title: 'Blokir atau buka blokir bot', onclick: () => this.toggleBlock() }, icon('block'));
    this.element = el('section', { class: `phone ${person.role}`, 'aria-label': `Ponsel ${person.name}`, 'data-person': person.id },
      el('header', {}, el('span', { class: 'face', 'aria-hidden': 'true' }, initials(person.name)),
        el('div', { class: 'who' }, el('h2', {}, person.name), this.state), this.badge, this.menu,
        el('button', { type: 'button', class: 'mini', 'aria-label': `Hapus percakapan di ponsel ${person.name}`, title: 'Hapus percakapan di ponsel ini', onclick: () => this.run(api.clear(this.id)) }, icon('clear'))),
      this.list, this.toast, this.composer.element);
    this.element.addEventListener('focusin', () => this.read());
    this.element.addEventListener('pointerdown', () => this.read());
    this.list.addEventListener('keydown', (event) => this.walk(event));
  }

  get id() {
    return this.person.id;
  }

  async load(chat) {
    this.chat = chat;
    const messages = await api.messages(this.id);
    // What the stream brought while this list was under way is newer than the list.
    const newer = [...this.messages.values()].filter((mine) => {
      const theirs = messages.find((message) => message.id === mine.id);
      return theirs ? mine.deleted || (mine.edited ?? '') > (theirs.edited ?? '') : mine.id > (messages.at(-1)?.id ?? 0);
    });
    this.messages = new Map([...messages, ...newer].map((message) => [message.id, message]));
    this.drawAll();
  }

  drawAll() {
    const items = [];
    let day = null;
    for (const message of this.messages.values()) {
      const today = dayOf(message.date);
      if (today !== day) {
        items.push(el('li', { class: 'day' }, today));
        day = today;
      }
      items.push(this.draw(message));
    }
    this.day = day;
    this.list.replaceChildren(...items);
    this.refreshKeys();
    this.scroll();
  }

  draw(message) {
    return bubble(message, {
      press: (about, button, key) => this.press(about, button, key),
      reply: (about) => this.composer.reply(about),
      edit: (about) => this.composer.edit(about),
      command: (words) => this.run(api.text(this.id, words)),
      copies: !message.protected,
      start: (payload) => this.run(api.start(this.id, payload)),
    });
  }

  receive(message) {
    if (this.messages.has(message.id)) {
      return this.replace(message);
    }
    this.messages.set(message.id, message);
    const today = dayOf(message.date);
    if (today !== this.day) {
      this.list.append(el('li', { class: 'day' }, today));
      this.day = today;
    }
    this.list.append(this.draw(message));
    this.state.textContent = this.role;
    this.refreshKeys();
    this.scroll();
    if (message.from === null) {
      this.count(message);
    }
  }

  replace(message) {
    this.messages.set(message.id, message);
    const old = this.list.querySelector(`[data-id="${message.id}"]`);
    const label = old?.contains(document.activeElement) ? document.activeElement.textContent : null;
    const fresh = this.draw(message);
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
    old?.replaceWith(fresh);
    if (atEnd) {
      this.scroll(); // an edit may have grown, its buttons below the edge
    }
    if (label !== null) {
      // Who pressed with the keyboard stays where they were: the same button, or the conversation.
      ([...fresh.querySelectorAll('button, a')].find((button) => button.textContent === label) ?? this.list).focus({ preventScroll: true });
    }
    this.refreshKeys();
  }

  count(message) {
    announce(`${this.person.name}: ${(message.text ?? message.caption ?? 'pesan baru').slice(0, 200)}`);
    if (!this.element.contains(document.activeElement)) {
      this.unread += 1;
      this.badge.hidden = false;
      this.badge.textContent = this.unread;
      this.badge.setAttribute('aria-label', `${this.unread} pesan belum dibaca`);
    }
  }

  read() {
    this.unread = 0;
    this.badge.hidden = true;
  }

  get role() {
    const place = this.kecamatan.find((one) => one.code === this.person.place)?.name;
    return [roles[this.person.role] ?? 'Warga', place && !this.person.name.includes(place) ? place : null].filter(Boolean).join(' · ');
  }

  typing() {
    this.state.textContent = 'bot sedang mengetik…';
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => { this.state.textContent = this.role; }, 5000);
  }

  change(chat) {
    this.messages.clear();
    return this.load(chat);
  }

  async press(message, button, key) {
    key.classList.add('waiting');
    key.setAttribute('aria-busy', 'true');
    const query = await this.run(api.press(this.id, message.id, button.data));
    const early = query && this.early.get(query.id);
    if (!query) {
      this.release(key);
    } else if (early) {
      this.settle(early, key);
    } else {
      this.waiting.set(query.id, key);
      setTimeout(() => this.release(key), 15000);
    }
  }

  /** The answer may come by the stream before the tap's own reply has told us its id. */
  answer(query) {
    const key = this.waiting.get(query.id);
    if (key) {
      this.settle(query, key);
    } else {
      this.early.set(query.id, query);
      setTimeout(() => this.early.delete(query.id), 15000);
    }
  }

  settle(query, key) {
    this.release(key);
    this.waiting.delete(query.id);
    this.early.delete(query.id);
    if (query.text) {
      this.say(query.text, query.alert);
    }
    if (query.url && /^https?:/i.test(query.url)) {
      window.open(query.url, '_blank', 'noopener');
    }
  }

  release(key) {
    key.classList.remove('waiting');
    key.removeAttribute('aria-busy');
  }

  say(words, alert) {
    clearTimeout(this.toastEnds);
    const close = () => { this.toast.hidden = true; };
    this.toast.className = alert ? 'toast alert' : 'toast';
    this.toast.replaceChildren(el('p', {}, words), alert ? el('button', { type: 'button', class: 'strong', onclick: close }, 'OK') : '');
    this.toast.hidden = false;
    if (alert) {
      this.toast.querySelector('button').focus();
    } else {
      this.toastEnds = setTimeout(close, 5000);
    }
  }

  refreshKeys() {
    const started = this.chat?.started || this.messages.size > 0;
    const blocked = this.chat?.bot === 'blocked';
    this.element.classList.toggle('blocked', blocked);
    this.menu.setAttribute('aria-pressed', blocked);
    const last = [...this.messages.values()].filter((m) => !m.deleted && m.from === null && (m.keys || m.removeKeys)).at(-1);
    this.composer.show({ started, blocked, keys: last?.keys ?? null });
  }

  async pressKey(key) {
    const point = key.location ? await askPin(this.kecamatan) : null;
    if (!key.location || point) {
      await this.run(api.key(this.id, { text: key.text, ...point }));
    }
  }

  async sendPin() {
    const point = await askPin(this.kecamatan);
    if (point) {
      await this.run(api.location(this.id, point.latitude, point.longitude));
    }
  }

  toggleBlock() {
    return this.run(api.block(this.id, this.chat?.bot !== 'blocked'));
  }

  async run(action) {
    try {
      return await action ?? true;
    } catch (failure) {
      this.say(failure.message, false);
      return null;
    }
  }

  /** Arrow keys walk over the inline buttons, from row to row and within one. */
  walk(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const keys = [...this.list.querySelectorAll('.key')];
    const at = keys.indexOf(document.activeElement);
    if (step && at >= 0 && keys[at + step]) {
      keys[at + step].focus();
      event.preventDefault();
    }
  }

  scroll() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}

function initials(name) {
  return name.split(/\s+/).slice(0, 2).map((part) => part[0]).join('').toUpperCase();
}
