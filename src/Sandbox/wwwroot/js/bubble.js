import { el, timeOf, sizeOf } from './dom.js';
import { icon } from './icons.js';
import { formatted, startPayload } from './entities.js';

/** One message as a list item; `actions` are what can be done with it on this phone. */
export function bubble(message, actions) {
  const mine = message.from !== null;
  if (message.deleted) {
    return el('li', { class: `row ${mine ? 'mine' : 'theirs'}`, 'data-id': message.id },
      el('p', { class: 'gone' }, mine ? 'Pesan Anda telah dihapus bot' : 'Pesan dihapus'));
  }
  const body = el('div', { class: `bubble${message.sticker ? ' bare' : ''}${message.protected ? ' protected' : ''}` },
    message.forwardedFrom ? el('p', { class: 'origin' }, `Diteruskan dari ${message.forwardedFrom}`) : null,
    message.replyTo ? el('p', { class: 'quoted' }, message.replyTo.text) : null,
    attachment(message, actions),
    words(message.text, message.entities, actions),
    words(message.caption, message.captionEntities, actions),
    foot(message, mine, actions));
  return el('li', { class: `row ${mine ? 'mine' : 'theirs'}`, 'data-id': message.id }, body,
    message.inline ? keyboard(message, actions) : null);
}

function words(text, entities, actions) {
  return text ? el('div', { class: 'words' }, formatted(text, entities, actions)) : null;
}

function foot(message, mine, actions) {
  const editable = mine && message.text && !message.text.startsWith('/');
  return el('div', { class: 'foot' },
    message.protected ? el('span', { class: 'lock', role: 'img', 'aria-label': 'Dilindungi: tidak dapat disalin atau diteruskan', title: 'Dilindungi: tidak dapat disalin atau diteruskan' }, icon('lock')) : null,
    message.silent ? el('span', { role: 'img', 'aria-label': 'Tanpa bunyi', title: 'Tanpa bunyi' }, icon('silent')) : null,
    editable ? el('button', { type: 'button', class: 'mini', 'aria-label': 'Ubah pesan', title: 'Ubah', onclick: () => actions.edit(message) }, icon('edit')) : null,
    el('button', { type: 'button', class: 'mini', 'aria-label': 'Balas pesan', title: 'Balas', onclick: () => actions.reply(message) }, icon('reply')),
    message.edited ? el('span', { title: message.before.length ? `Semula: ${message.before.join(' → ')}`.slice(0, 400) : null }, 'diubah') : null,
    el('time', { datetime: message.date }, timeOf(message.date)),
    mine ? el('span', { class: 'ticks', 'aria-hidden': 'true' }, '✓✓') : null);
}

function keyboard(message, actions) {
  return el('div', { class: 'inline', role: 'group', 'aria-label': 'Tombol pesan' },
    message.inline.map((row) => el('div', { class: 'buttons' }, row.map((button) => inlineButton(message, button, actions)))));
}

function inlineButton(message, button, actions) {
  const start = button.url ? startPayload(button.url) : null;
  if (button.url && start === null) {
    return el('a', { class: 'key', href: button.url, target: '_blank', rel: 'noopener noreferrer' }, button.text, el('span', { class: 'out', 'aria-hidden': 'true' }, '↗'));
  }
  const tap = start !== null ? () => actions.start(start) : (event) => actions.press(message, button, event.currentTarget);
  return el('button', { type: 'button', class: 'key', onclick: tap }, button.text);
}

function attachment(message) {
  const { file } = message;
  if (message.sticker) {
    return el('p', { class: 'sticker' }, message.sticker);
  }
  if (message.location) {
    return pin(message.location);
  }
  if (message.contact) {
    return el('p', { class: 'card' }, el('b', {}, message.contact.name), el('span', {}, message.contact.phone));
  }
  if (message.poll) {
    return el('div', { class: 'card' }, el('b', {}, message.poll.question), message.poll.options.map((option) => el('span', {}, `○ ${option}`)));
  }
  if (message.botJoined) {
    return el('p', { class: 'origin' }, 'Bot ditambahkan ke grup');
  }
  return file ? media(file, message.protected) : null;
}

function pin({ latitude, longitude }) {
  return el('div', { class: 'pin' }, icon('pin'),
    el('span', {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`));
}

function media(file, locked) {
  const noSave = locked ? 'nodownload' : null;
  switch (file.kind) {
    case 'photo':
      return el('img', { class: 'photo', src: file.url, alt: 'Foto', loading: 'lazy' });
    case 'video':
      return el('video', { class: 'photo', src: file.url, controls: true, preload: 'metadata', controlslist: noSave });
    case 'voice':
    case 'audio':
      return el('audio', { src: file.url, controls: true, preload: 'none', controlslist: noSave });
    default: {
      const label = [icon('file'),
        el('span', {}, el('b', {}, file.name ?? 'berkas'), el('small', {}, sizeOf(file.size)))];
      return locked ? el('div', { class: 'document' }, label) : el('a', { class: 'document', href: file.url, download: file.name ?? 'berkas' }, label);
    }
  }
}
